package hymio.server.staff;

import hymio.server.access.Permit;
import hymio.server.access.Role;
import hymio.wire.Place;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first page: every location with its figures. */
public final class HomePage {
    private final Figures figures;

    HomePage(Figures figures) {
        this.figures = figures;
    }

    /** @param depth 0 at the top */
    public record Row(String id, String name, int depth, Figures.Recent recent) {}

    /**
     * @param all the figures of all tops together
     * @param terminals how many are in use
     * @param may which other pages whoever asks may open
     */
    public record View(List<Row> rows, Figures.Recent all, int terminals, May may) {}

    /** Pages that not everybody may open. */
    public record May(boolean bundles, boolean audit) {
        static May of(Permit permit) {
            return new May(permit.somewhere(Role.EDITOR), permit.somewhere(Role.ADMINISTRATOR));
        }
    }

    LivePage.Middle read(Context ctx) {
        Words words = new Words(Language.of(ctx));
        Permit permit = Permit.of(ctx);
        View view = view(figures.seenBy(permit), words.language(), May.of(permit));
        return new LivePage.Middle(
                words.t("home.title"),
                "/",
                words.t(
                        "home.summary",
                        view.all().today().total(),
                        view.all().weeks().total()),
                "home",
                view);
    }

    private static View view(Figures figures, Language language, May may) {
        PlaceTree tree = figures.tree();
        List<Row> rows = new ArrayList<>();
        Figures.Recent all = Figures.Recent.NONE;
        for (Place top : tree.tops()) {
            Map<String, Figures.Recent> byLocation = figures.byLocation(top);
            byLocation.forEach((id, recent) -> tree.find(id)
                    .ifPresent(place -> rows.add(new Row(
                            id,
                            place.name().in(language.tag()),
                            tree.above(place).size(),
                            recent))));
            all = all.plus(byLocation.getOrDefault(top.id(), Figures.Recent.NONE));
        }
        int inUse = (int) figures.terminals().get().stream()
                .filter(terminal -> !terminal.revoked())
                .count();
        return new View(rows, all, inUse, may);
    }
}

package hymio.server.staff;

import hymio.server.access.Permit;
import hymio.server.audit.AuditLog;
import io.javalin.http.Context;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /audit}: who changed what and when, the newest first. */
public final class AuditPage {
    static final String PATH = "/audit";

    private static final int ROWS = 50;
    private static final String BEFORE = "before";

    private final Templates templates;
    private final Assets assets;
    private final Function<Context, String> csrf;
    private final AuditLog audit;
    private final Figures figures;
    private final Supplier<ZonedDateTime> now;

    /** @param now where the town is */
    AuditPage(
            Templates templates,
            Assets assets,
            Function<Context, String> csrf,
            AuditLog audit,
            Figures figures,
            Supplier<ZonedDateTime> now) {
        this.templates = templates;
        this.assets = assets;
        this.csrf = csrf;
        this.audit = audit;
        this.figures = figures;
        this.now = now;
    }

    /**
     * A change in words.
     *
     * @param place where it holds; empty when it holds everywhere
     */
    public record Row(
            String when, String who, String what, String subject, String place, String before, String after) {}

    /** @param older address of the page after this one; empty on the last */
    public record View(List<Row> rows, String older, boolean newest) {}

    void show(Context ctx) {
        Words words = new Words(Language.of(ctx));
        Optional<String> asked =
                Optional.of(String.valueOf(ctx.queryParam(BEFORE))).filter(it -> it.matches("\\d{1,18}"));
        List<AuditLog.Entry> entries =
                audit.newest(Permit.of(ctx).seen(), asked.map(Long::parseLong).orElse(Long.MAX_VALUE), ROWS + 1);
        List<AuditLog.Entry> shown = entries.subList(0, Math.min(ROWS, entries.size()));
        String older = entries.size() > ROWS
                ? PATH + "?" + BEFORE + "=" + shown.getLast().num()
                : "";
        View view = new View(rows(words, shown), older, asked.isEmpty());
        String content = templates.render("audit", Map.of("words", words, "view", view));
        String address = asked.map(it -> PATH + "?" + BEFORE + "=" + it).orElse(PATH);
        ctx.html(templates.page(
                new Frame(words, assets, words.t("audit.title"), Optional.of(csrf.apply(ctx)), List.of(), address),
                content));
    }

    private List<Row> rows(Words words, List<AuditLog.Entry> entries) {
        PlaceTree tree = figures.tree();
        ZonedDateTime moment = now.get();
        return entries.stream().map(entry -> row(words, tree, moment, entry)).toList();
    }

    private static Row row(Words words, PlaceTree tree, ZonedDateTime now, AuditLog.Entry entry) {
        ZonedDateTime at = entry.at().atZone(now.getZone());
        return new Row(
                words.t("audit.when", words.date("date", at), words.date("time", at)),
                words.t("audit.who." + entry.kind(), entry.who()),
                words.t("audit.what." + entry.what()),
                entry.subject(),
                tree.find(entry.location())
                        .map(place -> place.name().in(words.language().tag()))
                        .orElse(entry.location()),
                entry.before(),
                entry.after());
    }
}

package hymio.kiosk.screen;

import hymio.wire.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/**
 * A picture of the visitor's screen, for documents and for judging it by eye.
 *
 * @param name of its file, without ending
 * @param shown what is on the screen
 * @param size pixels
 */
public record ScreenPicture(String name, Shown shown, Colours colours, Dimension2D size) {
    private static final List<Dimension2D> SIZES =
            List.of(new Dimension2D(800, 480), new Dimension2D(1280, 800), new Dimension2D(1080, 1920));
    private static final Dimension2D USUAL = SIZES.get(1);

    /** The colours of the terminal, or the town's own. */
    record Colours(Theme theme, Optional<Look> look) {}

    /** Each screen: in Finnish in every size and all colours, in the other languages in one. */
    public static List<ScreenPicture> all() {
        Map<String, Colours> themes = new LinkedHashMap<>();
        themes.put("day", new Colours(Theme.DAY, Optional.empty()));
        themes.put("night", new Colours(Theme.NIGHT, Optional.empty()));
        themes.put("town", new Colours(Theme.DAY, Optional.of(Samples.town())));
        List<ScreenPicture> pictures = new ArrayList<>();
        themes.forEach((name, colours) -> SIZES.forEach(size -> add(pictures, "fi", name, colours, size)));
        Colours day = new Colours(Theme.DAY, Optional.empty());
        List.of("sv", "en", "ar").forEach(language -> add(pictures, language, "day", day, USUAL));
        return List.copyOf(pictures);
    }

    private static void add(
            List<ScreenPicture> pictures, String language, String theme, Colours colours, Dimension2D size) {
        Shown.all(language).forEach((screen, shown) -> {
            String name = "%s-%s-%s-%.0fx%.0f".formatted(screen, language, theme, size.getWidth(), size.getHeight());
            pictures.add(new ScreenPicture(name, shown, colours, size));
        });
    }

    /** Draws the picture. JavaFX thread only. */
    public WritableImage draw() {
        int width = (int) size.getWidth();
        int height = (int) size.getHeight();
        ScreenSettings settings = new ScreenSettings(colours.theme(), false, width, height, true, 0);
        VisitPane pane = new VisitPane(settings, shown, new NoHands());
        Scene scene = new Scene(pane, width, height);
        pane.resize(width, height);
        pane.look(colours.look());
        pane.show(shown.state());
        return scene.snapshot(null);
    }
}

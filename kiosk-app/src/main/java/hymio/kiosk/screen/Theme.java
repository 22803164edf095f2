package hymio.kiosk.screen;

import hymio.wire.Look;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * The colours of the screen. The faces are the only colour on it. Text stands at 4.5:1 or more on what is behind it,
 * shapes at 3:1 or more (WCAG 2.2, 1.4.3 and 1.4.11).
 *
 * @param paper behind everything
 * @param ink text, rings and outlines
 * @param muted text of less weight
 * @param features eyes and mouths
 * @param moods discs of the faces, the best of five first
 */
public record Theme(Color paper, Color ink, Color muted, Color features, List<Color> moods) {
    public static final Theme DAY = new Theme(
            Color.web("#FBF9F4"),
            Color.web("#14213D"),
            Color.web("#5B6478"),
            Color.WHITE,
            colours("#00695C", "#2E7D32", "#8A6100", "#C2410C", "#9F1239"));

    public static final Theme NIGHT = new Theme(
            Color.web("#101623"),
            Color.web("#F4F1EA"),
            Color.web("#A9B2C6"),
            Color.web("#101623"),
            colours("#4FD1BE", "#8BD17C", "#F2C14E", "#FF9B71", "#FF8FA3"));

    /** What a visitor chooses who sees little: the strongest contrast there is. */
    public static final Theme CONTRAST = new Theme(Color.BLACK, Color.WHITE, Color.WHITE, Color.BLACK, NIGHT.moods());

    /** The dim line on the black of a screen that sleeps. */
    static final Color ASLEEP = Color.web("#808080");

    public Theme {
        moods = List.copyOf(moods);
    }

    /**
     * The theme of a setting.
     *
     * @throws IllegalArgumentException if it is neither {@code day} nor {@code night}
     */
    public static Theme named(String name) {
        return switch (name) {
            case "day" -> DAY;
            case "night" -> NIGHT;
            default -> throw new IllegalArgumentException("The theme is day or night, not " + name + ".");
        };
    }

    /** A town's own colours; {@link Look} has refused those that could not be read. */
    static Theme of(Look look) {
        return new Theme(
                Color.web(look.paper()),
                Color.web(look.ink()),
                Color.web(look.muted()),
                Color.web(look.features()),
                colours(look.faces().toArray(String[]::new)));
    }

    /** The picture of a logo in base64; none when it cannot be drawn. */
    static Optional<Image> image(String base64) {
        Image image = new Image(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        return image.isError() ? Optional.empty() : Optional.of(image);
    }

    private static List<Color> colours(String... webs) {
        return List.of(webs).stream().map(Color::web).toList();
    }
}

package hymio.kiosk.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The weights of Inter that the screen is set in. They come with the app, so that no host changes how it looks: version
 * 4.001, cut by fonttools to the letters of Latin (Sámi too) and Cyrillic and to punctuation, without hints.
 */
enum Type {
    REGULAR("Inter-Regular.ttf"),
    SEMIBOLD("Inter-SemiBold.ttf"),
    BOLD("Inter-Bold.ttf");

    /** Height of a line, in font sizes. */
    static final double LINE = 1.2;

    /** From the top of a line to its baseline, in font sizes: Inter's capitals (0.7275 high) stand in its middle. */
    static final double BASELINE = (LINE + 0.7275) / 2;

    private final String name;

    Type(String file) {
        try (InputStream in = Objects.requireNonNull(Type.class.getResourceAsStream(file), file)) {
            name = Objects.requireNonNull(Font.loadFont(in, 16), file).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param size in pixels */
    Font at(double size) {
        return new Font(name, size);
    }

    /** Width of one line of text, in pixels. */
    double width(String line, double size) {
        Text text = new Text(line);
        text.setFont(at(size));
        return text.getLayoutBounds().getWidth();
    }
}

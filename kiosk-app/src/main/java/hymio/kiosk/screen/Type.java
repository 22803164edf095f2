package hymio.kiosk.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The weights that the screen is set in. They come with the app, so that no host changes how it looks. Inter 4.001, cut
 * by fonttools to the letters of Latin (Sámi too) and Cyrillic and to punctuation, without hints. Lines with Arabic
 * letters are set in one font of Noto Sans Arabic's letters (Debian's fonts-noto-core 20201225, scaled to Inter's 2048
 * units) merged with Inter's Latin letters and digits, with Inter's line: JavaFX would take what a font lacks from the
 * host. It is loaded when the first such line is drawn.
 */
enum Type {
    REGULAR("Inter-Regular.ttf"),
    SEMIBOLD("Inter-SemiBold.ttf"),
    BOLD("Inter-Bold.ttf");

    /** Height of a line, in font sizes. */
    static final double LINE = 1.2;

    /** From the top of a line to its baseline, in font sizes: Inter's capitals (0.7275 high) stand in its middle. */
    static final double BASELINE = (LINE + 0.7275) / 2;

    /** Loaded when first named. */
    private static final class Arabic {
        static final String REGULAR = load("HymioArabic-Regular.ttf");
        static final String BOLD = load("HymioArabic-Bold.ttf");
    }

    private final String name;

    Type(String file) {
        name = load(file);
    }

    private static String load(String file) {
        try (InputStream in = Objects.requireNonNull(Type.class.getResourceAsStream(file), file)) {
            return Objects.requireNonNull(Font.loadFont(in, 16), file).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The font of a line, by its script.
     *
     * @param size in pixels
     */
    Font at(String line, double size) {
        return new Font(arabic(line) ? arabicName() : name, size);
    }

    /** Width of one line of text, in pixels. */
    double width(String line, double size) {
        Text text = new Text(line);
        text.setFont(at(line, size));
        return text.getLayoutBounds().getWidth();
    }

    private String arabicName() {
        return this == REGULAR ? Arabic.REGULAR : Arabic.BOLD;
    }

    /** Whether a line has letters that run from right to left. */
    static boolean arabic(String line) {
        return line.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    }
}

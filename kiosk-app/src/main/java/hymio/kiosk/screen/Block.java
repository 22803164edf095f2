package hymio.kiosk.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * A text broken into lines at a font size.
 *
 * @param text as one line, for those who hear it
 * @param lines as shown
 * @param type the weight
 * @param size of the font, pixels
 * @param width of the longest line, pixels
 */
record Block(String text, List<String> lines, Type type, double size, double width) {
    private static final double SMALLEST = 6;
    /** As small as a text may become, of the size wanted, before its words are broken; then before its letters are. */
    private static final double KEEPS_WORDS = 0.85;

    private static final double KEEPS_LETTERS = 0.5;

    /** One text, as large as its room allows, but no larger than wanted. */
    static Block fit(String text, Type type, double wanted, double width, double height) {
        return fit(List.of(text), type, wanted, width, height).getFirst();
    }

    /**
     * Texts that stand side by side, all in one size.
     *
     * @param wanted size of the font, pixels
     * @param width room for each text, pixels
     * @param height room for each text, pixels
     */
    static List<Block> fit(List<String> texts, Type type, double wanted, double width, double height) {
        double size = size(texts, type, wanted, new Rectangle2D(0, 0, width, height));
        ToDoubleFunction<String> measure = measure(type, size);
        return texts.stream()
                .map(text -> of(text, Wrap.balanced(text, width, measure), type, size, measure))
                .toList();
    }

    private static double size(List<String> texts, Type type, double wanted, Rectangle2D room) {
        for (Wrap.Break allowed : Wrap.Break.values()) {
            double smallest = switch (allowed) {
                case SPACE -> wanted * KEEPS_WORDS;
                case HYPHEN -> wanted * KEEPS_LETTERS;
                case LETTER -> SMALLEST;
            };
            DoublePredicate fits = size -> texts.stream().allMatch(text -> fits(text, type, size, room, allowed));
            if (fits.test(wanted)) {
                return wanted;
            }
            if (fits.test(smallest)) {
                return largest(smallest, wanted, fits);
            }
        }
        return SMALLEST;
    }

    private static boolean fits(String text, Type type, double size, Rectangle2D room, Wrap.Break allowed) {
        Wrap.Lines lines = Wrap.greedy(text, room.getWidth(), measure(type, size));
        return lines.worst().compareTo(allowed) <= 0 && lines.lines().size() * size * Type.LINE <= room.getHeight();
    }

    /** The largest size that fits, to half a pixel. */
    private static double largest(double fitting, double tooLarge, DoublePredicate fits) {
        while (tooLarge - fitting > 0.5) {
            double middle = (fitting + tooLarge) / 2;
            if (fits.test(middle)) {
                fitting = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fitting;
    }

    private static Block of(String text, Wrap.Lines lines, Type type, double size, ToDoubleFunction<String> measure) {
        double width = lines.lines().stream().mapToDouble(measure).max().orElse(0);
        return new Block(Wrap.plain(text), lines.lines(), type, size, width);
    }

    /** Remembers: looking for the evenest lines asks for the same ones again and again. */
    private static ToDoubleFunction<String> measure(Type type, double size) {
        Map<String, Double> known = new HashMap<>();
        return line -> known.computeIfAbsent(line, it -> type.width(it, size));
    }

    /** Pixels. */
    double height() {
        return lines.size() * size * Type.LINE;
    }

    /**
     * Draws the block.
     *
     * @param x where its lines are anchored, pixels
     * @param top of its first line, pixels
     * @param anchor 0: lines start at x, 0.5: are centred on it, 1: end there
     */
    Node at(double x, double top, double anchor, Color color) {
        Group group = new Group();
        group.setAccessibleRole(AccessibleRole.TEXT);
        group.setAccessibleText(text);
        for (int i = 0; i < lines.size(); i++) {
            Text line = new Text(lines.get(i));
            line.setFont(type.at(lines.get(i), size));
            line.setFill(color);
            if (Type.arabic(lines.get(i))) {
                line.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT); // where full stops and foreign words go
            }
            line.setX(x - anchor * type.width(lines.get(i), size));
            line.setY(top + (i * Type.LINE + Type.BASELINE) * size);
            group.getChildren().add(line);
        }
        return group;
    }
}

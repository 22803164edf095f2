package hymio.kiosk.screen;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Pictures for choices, as lines round 0, 0 in a square of 48 by 48; the questionnaire names them in small letters. */
enum Icon {
    /** Two people. */
    STAFF("M -9 -16 A 6 6 0 1 0 -9 -4 A 6 6 0 1 0 -9 -16 Z M -20 17 V 12 A 11 9 0 0 1 2 12 V 17"
            + " M 9 -12 A 5 5 0 1 1 9 -2 M 9 3 A 10 9 0 0 1 19 12 V 17"),
    /** An hourglass. */
    WAIT("M -12 -19 H 12 M -12 19 H 12 M -9 -19 V -12 L 9 12 V 19 M 9 -19 V -12 L -9 12 V 19"),
    /** A loudspeaker with waves. */
    NOISE("M -18 -6 H -10 L 0 -15 V 15 L -10 6 H -18 Z M 7 -8 Q 13 0 7 8 M 13 -14 Q 23 0 13 14"),
    /** A drop. */
    CLEAN("M 0 -19 C 8 -8 13 -1 13 6 A 13 13 0 0 1 -13 6 C -13 -1 -8 -8 0 -19 Z M -6 8 A 6 6 0 0 0 0 13"),
    /** An armchair. */
    SPACE("M -11 -2 V -12 A 4 4 0 0 1 -7 -16 H 7 A 4 4 0 0 1 11 -12 V -2 M -17 0 V 12 H 17 V 0 M -11 6 H 11"
            + " M -11 12 V 18 M 11 12 V 18"),
    /** An open book. */
    BOOKS("M 0 -12 C -6 -17 -14 -17 -20 -15 V 13 C -14 11 -6 11 0 16 C 6 11 14 11 20 13 V -15 C 14 -17 6 -17 0 -12 Z"
            + " M 0 -12 V 16"),
    /** A computer. */
    DEVICES("M -19 -15 H 19 V 9 H -19 Z M 0 9 V 17 M -9 17 H 9"),
    /** A clock. */
    HOURS("M -18 0 A 18 18 0 1 0 18 0 A 18 18 0 1 0 -18 0 Z M 0 -10 V 0 L 7 6"),
    /** A wheelchair user. */
    ACCESS("M -4 -18 A 1 1 0 1 0 -2 -18 A 1 1 0 1 0 -4 -18 M -3 -11 V 2 H 8 L 13 14 H 17 M -3 -5 H 7"
            + " M -7 0 A 10 10 0 1 0 8 11"),
    /** The letter i in a ring. */
    INFO("M -18 0 A 18 18 0 1 0 18 0 A 18 18 0 1 0 -18 0 Z M 0 -9 V -8 M 0 -1 V 10"),
    /** The euro sign. */
    PRICE("M 12 -13 A 15 15 0 1 0 12 13 M -17 -4 H 5 M -17 4 H 5"),
    /** A thermometer. */
    TEMPERATURE("M -5 4 V -14 A 5 5 0 0 1 5 -14 V 4 A 9 9 0 1 1 -5 4 Z M 0 -6 V 10"),
    /** People in a row. */
    QUEUE("M -16 -12 A 4 4 0 1 0 -16 -4 A 4 4 0 1 0 -16 -12 Z M 0 -12 A 4 4 0 1 0 0 -4 A 4 4 0 1 0 0 -12 Z"
            + " M 16 -12 A 4 4 0 1 0 16 -4 A 4 4 0 1 0 16 -12 Z M -16 2 V 14 M 0 2 V 14 M 16 2 V 14"),
    /** A globe. */
    ONLINE("M -18 0 A 18 18 0 1 0 18 0 A 18 18 0 1 0 -18 0 Z M -18 0 H 18 M 0 -18 C -11 -8 -11 8 0 18"
            + " C 11 8 11 -8 0 -18 Z"),
    /** Three dots. */
    OTHER("M -14 0 H -13 M 0 0 H 1 M 14 0 H 15");

    private static final double SQUARE = 48;
    private static final double LINE = 3.5;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The icon of a questionnaire's word; none when this app does not know it. */
    static Optional<Icon> of(Optional<String> word) {
        return word.flatMap(Icon::named);
    }

    private static Optional<Icon> named(String word) {
        for (Icon icon : values()) {
            if (icon.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(icon);
            }
        }
        return Optional.empty();
    }

    /**
     * @param x of its middle, pixels
     * @param y of its middle, pixels
     * @param side of its square, pixels
     */
    Node at(double x, double y, double side, Color color) {
        SVGPath lines = new SVGPath();
        lines.setContent(path);
        lines.setFill(null);
        lines.setStroke(color);
        lines.setStrokeWidth(this == OTHER ? 2 * LINE : LINE);
        lines.setStrokeLineCap(StrokeLineCap.ROUND);
        lines.setStrokeLineJoin(StrokeLineJoin.ROUND);
        lines.getTransforms().addAll(new Translate(x, y), new Scale(side / SQUARE, side / SQUARE));
        return new Group(lines);
    }
}

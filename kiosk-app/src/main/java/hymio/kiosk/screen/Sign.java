package hymio.kiosk.screen;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Signs that the screen itself uses, as lines round 0, 0 in a square of 48 by 48. */
enum Sign {
    CHECK("M -17 1 L -5 13 L 18 -12"),
    CROSS("M -14 -14 L 14 14 M 14 -14 L -14 14"),
    BACK("M 9 -16 L -9 0 L 9 16"),
    ON("M -9 -16 L 9 0 L -9 16"),
    /** An attention mark. */
    ALERT("M 0 -18 V 4 M 0 17 V 18"),
    /** A globe, for more languages. */
    GLOBE("M -20 0 A 20 20 0 1 0 20 0 A 20 20 0 1 0 -20 0 Z M -20 0 H 20"
            + " M 0 -20 C -12 -9 -12 9 0 20 C 12 9 12 -9 0 -20 Z M -17 -10 H 17 M -17 10 H 17"),
    /** A person with open arms in a ring: the sign for help to see and hear that phones and computers use. */
    COMFORT("M -21 0 A 21 21 0 1 0 21 0 A 21 21 0 1 0 -21 0 Z M -11 -5 L 0 -2 L 11 -5 M 0 -2 V 5"
            + " M -6 14 L 0 4 L 6 14 M -1 -11 A 1 1 0 1 0 1 -11 A 1 1 0 1 0 -1 -11"),
    /** Letters, small and large. */
    LARGE("M -21 14 L -13 -6 L -5 14 M -18 8 H -8 M 0 14 L 11 -15 L 22 14 M 4 6 H 18"),
    /** A disc half filled. */
    CONTRAST("M -18 0 A 18 18 0 1 0 18 0 A 18 18 0 1 0 -18 0 Z M 0 -18 V 18 M 5 -16 V 16 M 10 -13 V 13"),
    /** Two bars: held still. */
    CALM("M -18 0 A 18 18 0 1 0 18 0 A 18 18 0 1 0 -18 0 Z M -5 -7 V 7 M 5 -7 V 7"),
    /** A speaker with sound. */
    VOICE("M -18 -6 H -10 L 0 -15 V 15 L -10 6 H -18 Z M 7 -8 Q 13 0 7 8 M 13 -14 Q 23 0 13 14"),
    /** A speaker and a plus. */
    LOUDER("M -20 -6 H -12 L -2 -15 V 15 L -12 6 H -20 Z M 6 0 H 20 M 13 -7 V 7"),
    /** A speaker and a minus. */
    QUIETER("M -20 -6 H -12 L -2 -15 V 15 L -12 6 H -20 Z M 6 0 H 20"),
    /** Lines of text and sound. */
    READ("M -20 -12 H 0 M -20 0 H -4 M -20 12 H 0 M 7 -7 Q 12 0 7 7 M 14 -13 Q 22 0 14 13"),
    /** An arrow that turns back. */
    UNDO("M -8 -18 L -18 -8 L -8 2 M -18 -8 H 6 A 12 12 0 0 1 6 16 H -6"),
    /** An arrow up: capitals. */
    SHIFT("M 0 -16 L -15 1 H -7 V 14 H 7 V 1 H 15 Z"),
    /** A key that takes the last letter away. */
    BACKSPACE("M -20 0 L -9 -12 H 19 V 12 H -9 Z M -3 -5 L 8 6 M 8 -5 L -3 6");

    private static final double SQUARE = 48;
    private static final double LINE = 4;

    private final String path;

    Sign(String path) {
        this.path = path;
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
        lines.setStrokeWidth(LINE);
        lines.setStrokeLineCap(StrokeLineCap.ROUND);
        lines.setStrokeLineJoin(StrokeLineJoin.ROUND);
        lines.getTransforms().addAll(new Translate(x, y), new Scale(side / SQUARE, side / SQUARE));
        return new Group(lines);
    }
}

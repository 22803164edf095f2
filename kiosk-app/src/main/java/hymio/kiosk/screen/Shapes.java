package hymio.kiosk.screen;

import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Rectangle;

/** Outlines that screens share. */
final class Shapes {
    /** Round at both ends. */
    static Rectangle pill(Rectangle2D box, Theme theme, boolean filled) {
        return rounded(box, Math.min(box.getWidth(), box.getHeight()), theme, filled);
    }

    /** With a little round at its corners. */
    static Rectangle card(Rectangle2D box, Theme theme, boolean filled) {
        return rounded(box, Math.min(24, Math.min(box.getWidth(), box.getHeight())), theme, filled);
    }

    private static Rectangle rounded(Rectangle2D box, double arc, Theme theme, boolean filled) {
        Rectangle shape = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        shape.setArcWidth(arc);
        shape.setArcHeight(arc);
        shape.setFill(filled ? theme.ink() : theme.paper());
        shape.setStroke(theme.ink());
        shape.setStrokeWidth(2);
        return shape;
    }

    private Shapes() {}
}

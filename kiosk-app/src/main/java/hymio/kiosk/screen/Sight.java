package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.wire.Texts;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.paint.Color;

/**
 * All that a picture is drawn from. Views are laid out from left to right; {@link #at} and {@link #text} turn them
 * round for a language that runs the other way. Faces and scales are never turned: physical buttons stand in one order.
 */
record Sight(Frame frame, Theme theme, ScreenTexts texts, VisitState state, Town town, Motion motion) {
    boolean rightToLeft() {
        return texts.rightToLeft();
    }

    boolean calm() {
        return motion.calm();
    }

    /** The same, but of another state. */
    Sight of(VisitState other) {
        return new Sight(frame, theme, texts, other, town, motion);
    }

    /** What the questionnaire says, in the language shown. */
    String in(Texts said) {
        return said.in(state.language());
    }

    /** Where this stands, for the direction of the language. */
    Rectangle2D at(Rectangle2D box) {
        return rightToLeft()
                ? new Rectangle2D(frame.width() - box.getMaxX(), box.getMinY(), box.getWidth(), box.getHeight())
                : box;
    }

    /** Where this stands, for the direction of the language. */
    double x(double x) {
        return rightToLeft() ? frame.width() - x : x;
    }

    /** A text where it stands, for the direction of the language. */
    Placed at(Placed placed) {
        return rightToLeft() ? new Placed(placed.block(), x(placed.x()), placed.top(), 1 - placed.anchor()) : placed;
    }

    /** A text where it stands, for the direction of the language. */
    Node text(Placed placed, Color color) {
        return at(placed).in(color);
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.wire.Texts;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * All that a picture is drawn from. Views are laid out from left to right; {@link #at} and {@link #text} turn them
 * round for a language that runs the other way. Faces and scales are never turned: physical buttons stand in one order.
 *
 * @param place name of the place
 * @param logo of the town
 */
record Sight(Frame frame, Theme theme, ScreenTexts texts, VisitState state, String place, Optional<Image> logo) {
    boolean rightToLeft() {
        return texts.rightToLeft();
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

    /** A text where it stands, for the direction of the language. */
    Node text(Placed placed, Color color) {
        return rightToLeft()
                ? new Placed(placed.block(), frame.width() - placed.x(), placed.top(), 1 - placed.anchor()).in(color)
                : placed.in(color);
    }
}

package hymio.kiosk.screen;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.util.Duration;

/** Staff hold the name of the place for three seconds: long enough that no visitor does it by chance. */
final class StaffHold {
    static final Duration HOLD = Duration.seconds(3);

    private final PauseTransition hold = new PauseTransition(HOLD);
    private Rectangle2D held = Rectangle2D.EMPTY;

    /** @param done called when the name was held long enough */
    StaffHold(Runnable done) {
        hold.setOnFinished(unused -> done.run());
    }

    void pressed(Point2D at, Rectangle2D name) {
        held = name;
        if (name.contains(at)) {
            hold.playFromStart();
        }
    }

    void moved(Point2D at) {
        if (!held.contains(at)) {
            released();
        }
    }

    void released() {
        hold.stop();
    }
}

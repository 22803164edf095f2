package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Hears the finger on the pane. What is touched is decided by where, not by which node the toolkit names: a touch
 * screen may name the one touched before. JavaFX thread only.
 */
final class Touch {
    private final VisitPane pane;
    private final Hands hands;
    private final LongSupplier uptimeMillis;
    private final TouchGuard guard = new TouchGuard();
    private final PauseTransition doubt = new PauseTransition(Duration.millis(TouchGuard.MILLIS));
    private final StaffHold hold;
    private Point2D waiting = Point2D.ZERO;

    Touch(VisitPane pane, Hands hands, LongSupplier uptimeMillis) {
        this.pane = pane;
        this.hands = hands;
        this.uptimeMillis = uptimeMillis;
        hold = new StaffHold(hands::staffHold);
        doubt.setOnFinished(unused -> believe());
    }

    void listen() {
        pane.setOnMousePressed(this::pressed);
        pane.setOnMouseMoved(this::moved);
        pane.setOnMouseDragged(this::moved);
        pane.setOnMouseReleased(unused -> hold.released());
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Point2D point = new Point2D(event.getX(), event.getY());
        switch (guard.pressed(point.getX(), point.getY(), uptimeMillis.getAsLong())) {
            case TAKE -> take(point);
            case WAIT -> {
                waiting = point;
                doubt.playFromStart();
            }
            case DROP -> {}
        }
    }

    private void moved(MouseEvent event) {
        Point2D point = new Point2D(event.getX(), event.getY());
        hold.moved(pane.inFrame(event.getX(), event.getY()));
        if (guard.moved(point.getX(), point.getY()) && event.isPrimaryButtonDown()) {
            take(point);
        }
    }

    private void believe() {
        if (guard.believed()) {
            take(waiting);
        }
    }

    private void take(Point2D point) {
        doubt.stop();
        Point2D at = pane.inFrame(point.getX(), point.getY());
        pane.view().ifPresent(view -> touched(view, at));
    }

    private void touched(View shown, Point2D at) {
        shown.spots().stream()
                .filter(spot -> spot.target().contains(at))
                .findFirst()
                .ifPresentOrElse(spot -> touched(spot.control()), () -> beside(at));
    }

    private void touched(Control control) {
        if (control instanceof Control.FaceOf face) {
            pane.sink(face.option());
        }
        hands.touched(control);
    }

    private void beside(Point2D at) {
        hold.pressed(at, pane.name());
        hands.touchedBeside();
    }
}

package hymio.kiosk.screen;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.transform.Scale;
import javafx.util.Duration;

/** One face. Pressed, it sinks and a ring runs round it: the same for every face. */
final class Face extends Group {
    /** How long the ring runs. */
    static final Duration RING = Duration.millis(150);

    private static final double SUNK = 0.96;

    private final Arc ring;
    private final Scale depth = new Scale(1, 1);
    private final Runnable press;

    Face(FaceSpot spot, Mood mood, Theme theme, Runnable press) {
        this.press = press;
        ring = ring(spot.radius(), theme.ink());
        Group disc = new Group(new Circle(Mood.RADIUS, mood.color(theme)));
        disc.getChildren().addAll(mood.draw(theme.features()));
        double scale = spot.radius() / Mood.RADIUS;
        disc.getTransforms().addAll(new Scale(scale, scale), depth);
        getChildren().addAll(disc, ring);
        setLayoutX(spot.x());
        setLayoutY(spot.y());
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spot.word().block().text());
    }

    private static Arc ring(double radius, Color color) {
        Arc ring = new Arc(0, 0, radius * 1.06, radius * 1.06, 90, -360);
        ring.setFill(null);
        ring.setStroke(color);
        ring.setStrokeWidth(radius * 0.05);
        ring.setVisible(false);
        return ring;
    }

    /** @param calm whether the ring is there at once instead of running */
    void sink(boolean calm) {
        depth.setX(SUNK);
        depth.setY(SUNK);
        ring.setVisible(true);
        if (!calm) {
            ring.setLength(0);
            new Timeline(new KeyFrame(RING, new KeyValue(ring.lengthProperty(), -360))).play();
        }
    }

    void rise() {
        depth.setX(1);
        depth.setY(1);
        ring.setVisible(false);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            press.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}

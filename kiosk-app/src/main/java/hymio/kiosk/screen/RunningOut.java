package hymio.kiosk.screen;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** A bar that shrinks in its track as a time runs out: gliding, or for those who want it calm a step each second. */
final class RunningOut {
    private static final long SECOND = 1_000;
    /** Line of the track, and the room between it and the bar, pixels. */
    private static final double LINE = 2;

    /**
     * Draws the bar and lets it run.
     *
     * @param box of the track, where it stands whatever the language's direction
     * @param fromMillis uptime when all of the time was left
     * @param untilMillis uptime when none is
     */
    static Node in(Rectangle2D box, Sight sight, long fromMillis, long untilMillis) {
        Rectangle track = round(box, 0);
        track.setFill(sight.theme().paper());
        track.setStroke(sight.theme().ink());
        track.setStrokeWidth(LINE);
        Rectangle bar = round(box, LINE);
        bar.setFill(sight.theme().ink());
        run(bar, sight.motion(), fromMillis, untilMillis);
        Group both = new Group(track, bar);
        if (sight.rightToLeft()) {
            // Shrinks towards where the line begins.
            both.setScaleX(-1);
        }
        return both;
    }

    private static Rectangle round(Rectangle2D box, double inset) {
        Rectangle shape = new Rectangle(
                box.getMinX() + inset, box.getMinY() + inset, box.getWidth() - 2 * inset, box.getHeight() - 2 * inset);
        shape.setArcWidth(shape.getHeight());
        shape.setArcHeight(shape.getHeight());
        return shape;
    }

    /** @param bar as wide as the whole time */
    private static void run(Rectangle bar, Motion motion, long fromMillis, long untilMillis) {
        double whole = bar.getWidth();
        bar.setWidth(whole * motion.left(fromMillis, untilMillis));
        double left = Math.clamp(untilMillis - motion.nowMillis(), 0, untilMillis - fromMillis);
        if (left <= 0) {
            return;
        }
        Timeline timeline = new Timeline();
        if (motion.calm()) {
            for (double at = left % SECOND; at <= left; at += SECOND) {
                double then = whole * (left - at) / (untilMillis - fromMillis);
                timeline.getKeyFrames().add(new KeyFrame(Duration.millis(at), unused -> bar.setWidth(then)));
            }
        } else {
            timeline.getKeyFrames().add(new KeyFrame(Duration.millis(left), new KeyValue(bar.widthProperty(), 0)));
        }
        // What is no longer on the screen must not wake the processor.
        bar.sceneProperty().addListener((unused, before, now) -> {
            if (now == null) {
                timeline.stop();
            }
        });
        timeline.play();
    }

    private RunningOut() {}
}

package hymio.kiosk.screen;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** A bar that shrinks as a time runs out: gliding, or for those who want it calm a step each second. */
final class RunningOut {
    private static final long SECOND = 1_000;

    /** @param bar as wide as the whole time */
    static void run(Rectangle bar, Motion motion, long fromMillis, long untilMillis) {
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

package hymio.kiosk.screen;

import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * Drops touches that no finger made. A touch screen of a Raspberry Pi may fire the last touch again, at exactly its old
 * point, when somebody taps elsewhere (JavaFX pull request 746). A press that comes without any move since the last one
 * is therefore believed only if nothing contradicts it for a moment; every other press is believed at once. Pure but
 * for its memory; not thread-safe.
 */
final class TouchGuard {
    /** Two presses closer than this are one, and a press that is waited for is believed after this. */
    static final long MILLIS = 40;
    /** A finger that is down wanders no farther than this within {@link #MILLIS}, pixels. */
    private static final double WANDERS = 24;

    /** What a press is. */
    enum Verdict {
        TAKE,
        DROP,
        /** Take it after {@link #MILLIS} if {@link #believed} then. */
        WAIT
    }

    private @Nullable Point2D last;
    private long lastMillis;
    private boolean moved;
    private boolean waiting;

    Verdict pressed(double x, double y, long nowMillis) {
        Point2D point = new Point2D(x, y);
        Point2D before = last;
        boolean again = point.equals(before) && !moved;
        if (before != null && nowMillis - lastMillis < MILLIS && !(waiting && !again)) {
            return Verdict.DROP;
        }
        last = point;
        lastMillis = nowMillis;
        moved = false;
        waiting = again;
        return again ? Verdict.WAIT : Verdict.TAKE;
    }

    /** The pointer moved, with or without a finger down. Whether a press waited for was none: the finger is here. */
    boolean moved(double x, double y) {
        Point2D before = last;
        moved |= before == null || !before.equals(new Point2D(x, y));
        boolean elsewhere = waiting && before != null && before.distance(x, y) > WANDERS;
        if (elsewhere) {
            last = new Point2D(x, y);
            waiting = false;
        }
        return elsewhere;
    }

    /** Whether the press that was waited for is one. Asked once. */
    boolean believed() {
        boolean was = waiting;
        waiting = false;
        return was;
    }
}

package hymio.server.ingest;

import hymio.wire.PressTime;
import java.util.UUID;

/**
 * A press whose time is known or bounded, or the sending of a batch. It tells of other presses of its journal: within
 * one boot uptime tells exactly how far apart they are, in whatever order their numbers are; and a boot began after
 * every press of an earlier one.
 */
record Moment(UUID boot, long uptimeMillis, EffectiveTime time) {
    static Moment of(PressTime press, EffectiveTime time) {
        return new Moment(press.boot(), press.uptimeMillis(), time);
    }

    boolean sameBoot(PressTime press) {
        return boot.equals(press.boot());
    }

    /** A press of the same boot, or of a later one, was not made before this. */
    long afterOf(PressTime later) {
        return time.afterMillis() + passed(later);
    }

    /** Such a press was made then or later, if this one was made when it counts. */
    long atOf(PressTime later) {
        return time.atMillis() + passed(later);
    }

    private long passed(PressTime later) {
        return sameBoot(later) ? later.uptimeMillis() - uptimeMillis : later.uptimeMillis();
    }

    /** A press of the same boot, or of an earlier one, was not made after this. */
    long beforeOf(PressTime earlier) {
        return time.beforeMillis() - since(earlier);
    }

    /** Such a press was made then or earlier, if this one was made when it counts. */
    long untilOf(PressTime earlier) {
        return time.atMillis() - since(earlier);
    }

    private long since(PressTime earlier) {
        return sameBoot(earlier) ? uptimeMillis - earlier.uptimeMillis() : uptimeMillis;
    }
}

package hymio.kiosk.press;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The ghost self-test of one button: {@value #MANY} ghost pulses within a minute mean bad wires or a disturber nearby;
 * reported until ten quiet minutes have passed. Not thread-safe.
 */
final class GhostWatch {
    static final int MANY = 5;
    static final long WITHIN_MILLIS = 60_000;
    static final long QUIET_MILLIS = 600_000;

    /** Uptimes of the last {@value #MANY} ghosts, oldest first. */
    private final Deque<Long> last = new ArrayDeque<>();

    private long count;
    private boolean found;

    void ghost(long uptimeMillis) {
        count++;
        found = reports(uptimeMillis);
        last.addLast(uptimeMillis);
        if (last.size() > MANY) {
            last.removeFirst();
        }
        found |= last.size() == MANY && uptimeMillis - last.getFirst() <= WITHIN_MILLIS;
    }

    boolean reports(long uptimeMillis) {
        return found && uptimeMillis - last.getLast() < QUIET_MILLIS;
    }

    long count() {
        return count;
    }
}

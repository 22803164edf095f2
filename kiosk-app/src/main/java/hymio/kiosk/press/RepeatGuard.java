package hymio.kiosk.press;

import java.util.HashMap;
import java.util.Map;

/**
 * Ignores identical repeats of a button for a short while (EN 301 549 5.8: up to 0.5 s, adjustable). Acts on the
 * leading edge: the first press counts at once. A held finger that keeps trembling does not extend the time. Not
 * thread-safe.
 */
public final class RepeatGuard {
    private final long guardMillis;
    private final Map<Integer, Long> lastByButton = new HashMap<>();

    /** @param guardMillis how long an identical press is ignored; 0 lets every one pass */
    public RepeatGuard(long guardMillis) {
        this.guardMillis = guardMillis;
    }

    /** Whether the press counts. */
    public boolean passes(Press press) {
        long now = press.time().uptimeMillis();
        Long last = lastByButton.get(press.button());
        if (last != null && now >= last && now - last < guardMillis) {
            return false;
        }
        lastByButton.put(press.button(), now);
        return true;
    }
}

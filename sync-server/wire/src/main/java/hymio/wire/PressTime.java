package hymio.wire;

import java.util.UUID;

/**
 * When a press was made, as the terminal's clocks said it then; nothing is corrected here.
 *
 * @param boot the kernel's boot id: uptimes compare only within one boot
 * @param uptimeMillis milliseconds since boot, including suspend (CLOCK_BOOTTIME): never jumps
 * @param offsetMillis wall clock less uptime. It changes only when the wall clock is set, so whole batches share one
 *     value and compress well (measured: 10.7 against 14.5 bytes a response with wall times, gzip, 100 a batch)
 * @param trusted whether the wall clock was synchronised to a time source at that moment
 */
public record PressTime(UUID boot, long uptimeMillis, long offsetMillis, boolean trusted) {
    public PressTime {
        Check.range("uptime", uptimeMillis, 0, Limits.UPTIME_MILLIS);
        Check.range("wall", offsetMillis + uptimeMillis, 0, Limits.WALL_MILLIS);
    }

    /** Wall clock, milliseconds since 1970 UTC. */
    public long wallMillis() {
        return offsetMillis + uptimeMillis;
    }
}

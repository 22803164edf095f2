package hymio.wire;

/**
 * Which presses on one terminal are play. Published and versioned, so that the same presses always give the same answer
 * and the rule can be run again over old data. Pure.
 *
 * <p>Version 1: a press on the first question that comes at most {@value #GAP_MILLIS} ms after the one before it, on
 * the same terminal and whatever the faces, belongs to the same burst. A burst counts once: its first press. Two people
 * cannot step up and press within that time; a child who drums can.
 *
 * @param lastMillis uptime of the newest press; of a boot without one {@link #NEVER}
 * @param length presses in the burst so far
 */
public record MisuseRule(long lastMillis, int length) {
    public static final int VERSION = 1;
    public static final long GAP_MILLIS = 1_500;
    /** Before the first press since the terminal started. */
    public static final MisuseRule NEVER = new MisuseRule(Long.MIN_VALUE, 0);

    /** The rule after one more press, by uptime in milliseconds. */
    public MisuseRule press(long uptimeMillis) {
        boolean same = length > 0 && uptimeMillis - lastMillis <= GAP_MILLIS;
        return new MisuseRule(uptimeMillis, same ? Math.min(length + 1, 1_000_000) : 1);
    }

    /** Whether the newest press counts. */
    public boolean counts() {
        return length == 1;
    }
}

package hymio.wire;

/**
 * Which presses on one terminal are play. Published (docs/rules.md) and versioned, so that the same presses always give
 * the same answer and the rule can be run again over old data whose times are not rounded. Pure.
 *
 * <p>Version 1: a press on the first question that comes at most {@value #GAP_MILLIS} ms after the one before it, on
 * the same terminal since the same start and whatever the faces, belongs to the same burst. A burst counts once: its
 * first press. A press that was not stored is no press, and a vote taken back ends its burst: go on with
 * {@link #NEVER}. Two people cannot step up and press within that time; a child who drums can.
 *
 * @param lastMillis uptime of the newest press; before the first, of no meaning
 * @param length presses in the burst so far
 */
public record MisuseRule(long lastMillis, int length) {
    public static final int VERSION = 1;
    public static final long GAP_MILLIS = 1_500;
    /** Before the first press since the terminal started, and after a vote was taken back. */
    public static final MisuseRule NEVER = new MisuseRule(0, 0);

    private static final int LONGEST = 1_000_000;

    /**
     * The rule after one more press. A button votes when it is let go but is dated when it went down, so a press may be
     * a little older than a touch that came before it.
     *
     * @param uptimeMillis of the press
     */
    public MisuseRule press(long uptimeMillis) {
        boolean same = length > 0 && Math.abs(uptimeMillis - lastMillis) <= GAP_MILLIS;
        return same
                ? new MisuseRule(Math.max(lastMillis, uptimeMillis), Math.min(length + 1, LONGEST))
                : new MisuseRule(uptimeMillis, 1);
    }

    /** Whether the newest press counts. */
    public boolean counts() {
        return length == 1;
    }
}

package hymio.kiosk.press;

/**
 * What tells a press from a hold, a repeat, an electrical pulse and a jammed button. All in milliseconds.
 *
 * @param longPressMillis a button that is down this long is held and does not vote; 0: there are no holds, a button
 *     votes when it goes down, and ghosts are only counted
 * @param repeatGuardMillis how long the same button is ignored after a press that counted, from edge to edge (EN 301
 *     549 5.8)
 * @param ghostMillis a GPIO pulse shorter than this is no hand, see {@link #GHOST_MILLIS}; 0: every pulse is one
 * @param stuckMillis a button that is down this long is jammed
 */
public record HoldSettings(long longPressMillis, long repeatGuardMillis, long ghostMillis, long stuckMillis) {
    public static final long LONG_PRESS_MILLIS = 1_000;

    /**
     * Half of what the fastest finger needs to turn round: going down and coming up are two movements, and one takes 30
     * to 100 ms (motor processor cycle in Card, Moran, Newell, The Psychology of Human-Computer Interaction, 1983).
     * What is shorter, after the kernel's debounce, came over the wires: a lift's motor, a discharge.
     */
    public static final long GHOST_MILLIS = 15;

    public static final long STUCK_MILLIS = 30_000;

    public HoldSettings {
        check(longPressMillis >= 0 && repeatGuardMillis >= 0 && ghostMillis >= 0, "no negative times");
        check(longPressMillis == 0 || ghostMillis < longPressMillis, "a ghost shorter than a long press");
        check(stuckMillis > longPressMillis, "a stuck button later than a long press");
    }

    boolean holds() {
        return longPressMillis > 0;
    }

    private static void check(boolean holds, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("Button settings need " + wanted);
        }
    }
}

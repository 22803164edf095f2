package hymio.kiosk.visit;

import hymio.wire.PressTime;

/** Makes the time of a press as coarse as the place wants it, so that nobody can link it to a person. Pure. */
final class RoundTime {
    private static final long MINUTE = 60_000;

    /**
     * The same press at the start of its interval by the wall clock. Uptime carries the change, so that a later
     * correction of the clock keeps it.
     *
     * @param minutes 0: as it is
     */
    static PressTime down(PressTime time, int minutes) {
        if (minutes == 0) {
            return time;
        }
        long into = Math.floorMod(time.wallMillis(), minutes * MINUTE);
        return new PressTime(time.boot(), Math.max(0, time.uptimeMillis() - into), time.offsetMillis(), time.trusted());
    }

    private RoundTime() {}
}

package hymio.server.tally;

import java.time.Instant;
import java.time.ZoneId;

/** Where a moment falls on a location's own clock and calendar. Pure. */
public final class LocalTime {
    private static final long HOUR_SECONDS = 3_600;
    private static final long DAY_HOURS = 24;

    /**
     * Hours since 1970-01-01T00 of local time. The hour that a clock set back repeats is one hour here, as on the wall.
     *
     * @param millis since 1970 UTC
     */
    public static long hour(long millis, ZoneId zone) {
        Instant instant = Instant.ofEpochMilli(millis);
        long offset = zone.getRules().getOffset(instant).getTotalSeconds();
        return Math.floorDiv(instant.getEpochSecond() + offset, HOUR_SECONDS);
    }

    /** Days since 1970-01-01 of the day an hour lies in. */
    public static long day(long hour) {
        return Math.floorDiv(hour, DAY_HOURS);
    }

    private LocalTime() {}
}

package hymio.server.ingest;

import hymio.server.tally.LocalTime;
import hymio.wire.Response;

/**
 * One response as the database holds it: names are small integers.
 *
 * @param visit number of the visit's first response
 * @param uptime milliseconds since boot
 * @param time when it counts
 * @param wallMillis what the terminal's wall clock said
 * @param hour local hour of its location, see {@link LocalTime}
 * @param extra what few responses have
 */
record ResponseRow(
        long source,
        long number,
        long question,
        int option,
        long visit,
        long uptime,
        long clock,
        EffectiveTime time,
        long wallMillis,
        long location,
        long hour,
        Response.Extra extra) {
    /** Whether both count at one place on one day. */
    boolean sameDay(ResponseRow other) {
        return location == other.location && LocalTime.day(hour) == LocalTime.day(other.hour);
    }

    /** Whether it is tallied as long as nobody takes it back: a take-back and misuse are stored only. */
    boolean counts() {
        return extra.takesBack() == 0 && extra.misuse() == 0;
    }
}

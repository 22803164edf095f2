package hymio.server.ingest;

import hymio.wire.Response;

/**
 * One response as the database holds it: names are small integers.
 *
 * @param visit number of the visit's first response
 * @param uptime milliseconds since boot
 * @param time when it counts
 * @param wallMillis what the terminal's wall clock said
 * @param hour local hour of its location, see {@link hymio.server.tally.LocalTime}
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
    /** Whether it is tallied as long as nobody takes it back: a take-back and misuse are stored only. */
    boolean counts() {
        return extra.takesBack() == 0 && extra.misuse() == 0;
    }
}

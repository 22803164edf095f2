package hymio.server.ingest;

/**
 * One response as the database holds it: names are small integers.
 *
 * @param visit number of the visit's first response
 * @param uptime milliseconds since boot
 * @param time when it counts
 * @param wallMillis what the terminal's wall clock said
 * @param hour local hour of its location, see {@link hymio.server.tally.LocalTime}
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
        long hour) {}

package hymio.provisioning.demo;

/**
 * When the network is away: from start to end of each period, milliseconds since the visitors came.
 *
 * @param startMillis first moment away
 * @param endMillis first moment back
 * @param periodMillis after so long it begins again
 */
record Outage(long startMillis, long endMillis, long periodMillis) {
    private static final long LONGEST_MILLIS = 10_000;

    /** Once in a run of known length, in its middle, at most ten seconds. */
    static Outage during(int seconds) {
        long start = seconds * 300L;
        return new Outage(start, Math.min(start + LONGEST_MILLIS, seconds * 600L), Long.MAX_VALUE);
    }

    /** Ten seconds of every minute. */
    static Outage everyMinute() {
        return new Outage(15_000, 15_000 + LONGEST_MILLIS, 60_000);
    }

    boolean at(long millis) {
        long within = millis % periodMillis;
        return within >= startMillis && within < endMillis;
    }
}

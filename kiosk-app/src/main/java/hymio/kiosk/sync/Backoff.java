package hymio.kiosk.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: exponential with full jitter, at most 15 minutes, for ever (ETSI EN 303 645 5.9).
 * Not thread-safe.
 */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    static final long LONGEST_MILLIS = Duration.ofMinutes(15).toMillis();

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param atLeastMillis what the server asked for with {@code Retry-After}, or 0
     * @return milliseconds to wait
     */
    long failed(long atLeastMillis) {
        long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, 20));
        failures++;
        long least = Math.clamp(atLeastMillis, 0, LONGEST_MILLIS);
        // On top, so that all who were asked to wait as long do not come back at the same moment.
        return Math.min(LONGEST_MILLIS, least + random.nextLong(ceiling + 1));
    }

    void succeeded() {
        failures = 0;
    }
}

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
        return Math.max(Math.min(atLeastMillis, LONGEST_MILLIS), random.nextLong(ceiling + 1));
    }

    void succeeded() {
        failures = 0;
    }
}

package hymio.server.terminal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often wrong codes may be tried, for each address and in all. With the 59 bits of a code, guessing at this
 * pace takes longer than the codes live, whatever the number of addresses. Thread-safe.
 */
final class FailureBudget {
    static final int PER_ADDRESS = 20;
    static final int IN_ALL = 1_000;
    static final Duration WINDOW = Duration.ofMinutes(10);
    /** Addresses remembered at once: no more than failures are possible. */
    private static final int ADDRESSES = IN_ALL;

    private final InstantSource clock;
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private int inAll;
    private long windowStart;

    FailureBudget(InstantSource clock) {
        this.clock = clock;
        windowStart = clock.millis();
    }

    /** Seconds until the address may try again; 0 when it may now. */
    synchronized int waitSeconds(String address) {
        renew();
        boolean spent = inAll >= IN_ALL || failures.getOrDefault(address, 0) >= PER_ADDRESS;
        return spent ? (int) ((windowStart + WINDOW.toMillis() - clock.millis()) / 1000) + 1 : 0;
    }

    synchronized void failed(String address) {
        renew();
        inAll++;
        if (failures.size() < ADDRESSES) {
            failures.merge(address, 1, Integer::sum);
        }
    }

    private void renew() {
        long now = clock.millis();
        if (now - windowStart >= WINDOW.toMillis() || now < windowStart) {
            windowStart = now;
            inAll = 0;
            failures.clear();
        }
    }
}

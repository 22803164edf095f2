package hymio.server.terminal;

import hymio.server.access.AttemptStore;
import hymio.server.access.AttemptStore.Attempts;
import hymio.server.access.AttemptStore.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Bounds how often wrong codes may be tried, for each network and in all. With the 59 bits of a code, guessing at this
 * pace takes longer than the codes live, whatever the number of addresses. All nodes count together. Thread-safe.
 */
final class FailureBudget {
    static final int PER_NETWORK = 20;
    static final int IN_ALL = 1_000;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final String NETWORK = "code-network";
    private static final String ALL = "code-all";

    private final AttemptStore attempts;
    private final InstantSource clock;

    FailureBudget(AttemptStore attempts, InstantSource clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Seconds until the network may try again; 0 when it may now. */
    int waitSeconds(String network) {
        return attempts.look(
                counter -> Math.max(wait(counter, ALL, "", IN_ALL), wait(counter, NETWORK, network, PER_NETWORK)));
    }

    void failed(String network) {
        attempts.together(counter -> {
            counter.tidy(NETWORK);
            add(counter, ALL, "");
            add(counter, NETWORK, network);
            return true;
        });
    }

    private void add(Counter counter, String kind, String key) {
        if (inWindow(counter, kind, key).isEmpty()) {
            counter.forget(kind, key);
        }
        counter.add(kind, key);
    }

    private int wait(Counter counter, String kind, String key, int most) {
        return inWindow(counter, kind, key)
                .filter(it -> it.count() >= most)
                .map(it -> (int) ((it.firstMillis() + WINDOW.toMillis() - clock.millis()) / 1000) + 1)
                .orElse(0);
    }

    private Optional<Attempts> inWindow(Counter counter, String kind, String key) {
        return counter.of(kind, key).filter(it -> clock.millis() - it.firstMillis() < WINDOW.toMillis());
    }
}

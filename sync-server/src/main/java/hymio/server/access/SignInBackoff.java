package hymio.server.access;

import hymio.server.access.AttemptStore.Attempts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Slows down who guesses passwords, by name and by network: some tries are free, then each doubles the wait. The
 * longest wait is short enough that nobody can lock the staff out for long, and long enough that a password of twelve
 * characters outlives the guessing. All nodes count together. Thread-safe.
 */
public final class SignInBackoff {
    static final int FREE_PER_NAME = 5;
    /** A whole library may share one address. */
    static final int FREE_PER_NETWORK = 20;

    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private static final String NAME = "sign-in-name";
    private static final String NETWORK = "sign-in-network";

    private final AttemptStore attempts;
    private final InstantSource clock;

    public SignInBackoff(AttemptStore attempts, InstantSource clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Asks for a try, and counts it as failed until {@link #succeeded} says otherwise, so that many at once gain
     * nothing.
     *
     * @return 0 when it may be made now, else the seconds to wait
     */
    public int begin(String name, String network) {
        String key = AccountStore.key(name);
        return attempts.together(counter -> {
            long wait = Math.max(
                    wait(counter.of(NAME, key), FREE_PER_NAME), wait(counter.of(NETWORK, network), FREE_PER_NETWORK));
            if (wait > 0) {
                return (int) ((wait + 999) / 1000);
            }
            counter.tidy(NAME);
            counter.tidy(NETWORK);
            counter.add(NAME, key);
            counter.add(NETWORK, network);
            return 0;
        });
    }

    public void succeeded(String name, String network) {
        attempts.together(counter -> {
            counter.forget(NAME, AccountStore.key(name));
            counter.of(NETWORK, network)
                    .ifPresent(it -> counter.set(
                            NETWORK, network, new Attempts(it.count() - 1, it.firstMillis(), it.lastMillis())));
            return true;
        });
    }

    private long wait(Optional<Attempts> tries, int free) {
        if (tries.isEmpty() || tries.get().count() < free) {
            return 0;
        }
        long pause = 1000L << Math.min(tries.get().count() - free, DOUBLINGS);
        return tries.get().lastMillis() + Math.min(pause, LONGEST.toMillis()) - clock.millis();
    }
}

package hymio.server.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses passwords, by name and by network: some tries are free, then each doubles the wait. The
 * longest wait is short enough that nobody can lock the staff out for long, and long enough that a password of twelve
 * characters outlives the guessing. Remembers a bounded number of both, the latest. Thread-safe.
 */
public final class SignInBackoff {
    static final int FREE_PER_NAME = 5;
    /** A whole library may share one address. */
    static final int FREE_PER_NETWORK = 20;

    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int REMEMBERED = 10_000;
    /** Quiet for so long, and all is forgotten. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int DOUBLINGS = 9;

    private final InstantSource clock;
    private final Map<String, Tries> names = latest();
    private final Map<String, Tries> networks = latest();

    public SignInBackoff(InstantSource clock) {
        this.clock = clock;
    }

    private record Tries(int count, long lastMillis) {}

    /**
     * Asks for a try, and counts it as failed until {@link #succeeded} says otherwise, so that many at once gain
     * nothing.
     *
     * @return 0 when it may be made now, else the seconds to wait
     */
    public synchronized int begin(String name, String network) {
        String key = AccountStore.key(name);
        long wait = Math.max(wait(names.get(key), FREE_PER_NAME), wait(networks.get(network), FREE_PER_NETWORK));
        if (wait > 0) {
            return (int) ((wait + 999) / 1000);
        }
        count(names, key);
        count(networks, network);
        return 0;
    }

    public synchronized void succeeded(String name, String network) {
        names.remove(AccountStore.key(name));
        networks.computeIfPresent(network, (unused, tries) -> new Tries(tries.count() - 1, tries.lastMillis()));
    }

    private long wait(@Nullable Tries tries, int free) {
        if (tries == null || tries.count() < free || forgotten(tries)) {
            return 0;
        }
        long pause = 1000L << Math.min(tries.count() - free, DOUBLINGS);
        return tries.lastMillis() + Math.min(pause, LONGEST.toMillis()) - clock.millis();
    }

    private void count(Map<String, Tries> all, String key) {
        Tries before = all.remove(key);
        int count = before == null || forgotten(before) ? 0 : before.count();
        all.put(key, new Tries(count + 1, clock.millis()));
    }

    /** Also when the clock went back, which would make the wait endless. */
    private boolean forgotten(Tries tries) {
        long since = clock.millis() - tries.lastMillis();
        return since < 0 || since >= MEMORY.toMillis();
    }

    private static Map<String, Tries> latest() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}

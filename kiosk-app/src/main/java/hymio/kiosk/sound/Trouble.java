package hymio.kiosk.sound;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong with one program: said once in the log, and tried again ever more seldom, at most every 5 minutes and
 * only when something is to be heard. Used by the speaker's thread; {@link #word} by any.
 */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final long FIRST_MILLIS = 1_000;
    static final long LONGEST_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int MOST_DOUBLINGS = 20;

    private final LongSupplier uptimeMillis;
    private volatile @Nullable String word;
    private int failures;
    private long restUntil;

    Trouble(LongSupplier uptimeMillis) {
        this.uptimeMillis = uptimeMillis;
    }

    /** Whether it failed so lately that it is not worth a try. */
    boolean resting() {
        return failures > 0 && uptimeMillis.getAsLong() < restUntil;
    }

    /**
     * @param advice what the reader of the log should do
     * @param why in the words of the program or the system
     */
    void found(String problem, String advice, String why) {
        if (word == null) {
            LOG.warn("{} {} ({})", problem, advice, why);
        }
        word = problem;
        restUntil =
                uptimeMillis.getAsLong() + Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
        failures++;
    }

    void over() {
        if (word != null) {
            LOG.info("{}: it works again.", word);
        }
        word = null;
        failures = 0;
    }

    /** The word for the heartbeat. */
    Optional<String> word() {
        return Optional.ofNullable(word);
    }
}

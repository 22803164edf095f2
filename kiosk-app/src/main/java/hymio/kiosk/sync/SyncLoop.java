package hymio.kiosk.sync;

import hymio.wire.PressTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that keeps in touch with the server, for ever. It shares nothing with the visit but the outbox file, so a
 * dead network cannot touch a press.
 */
public final class SyncLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

    /** A server that asks for no pause must not be hammered by every terminal it has. */
    private static final long SHORTEST_MILLIS = 500;

    private static final long JOIN_MILLIS = 2_000;

    private final Sync sync;
    private final Backoff backoff;
    private final Supplier<PressTime> now;
    private final Thread thread = Thread.ofPlatform().name("sync").daemon().unstarted(this::run);
    private volatile boolean running = true;
    private boolean wasWell = true;
    private volatile State state = new State(false, Optional.empty());

    /**
     * @param well whether the newest talk with the server went well
     * @param lastWell when one last did, since the start
     */
    public record State(boolean well, Optional<PressTime> lastWell) {}

    public SyncLoop(Sync sync, RandomGenerator random, Supplier<PressTime> now) {
        this.sync = sync;
        this.backoff = new Backoff(random);
        this.now = now;
    }

    public State state() {
        return state;
    }

    public void start() {
        thread.start();
    }

    /** Stops at once when it waits, else after the call under way; one that takes too long is cut off. */
    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(JOIN_MILLIS);
            if (thread.isAlive()) {
                sync.cut();
                thread.join(JOIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running && pause(round())) {
            // round after round, with a pause between them
        }
    }

    /**
     * One round on the caller's thread: instead of {@link #start}, where time is simulated.
     *
     * @return milliseconds to wait before the next
     */
    public long round() {
        Sync.Outcome outcome = once();
        boolean well = outcome instanceof Sync.Outcome.Done;
        if (wasWell && !well && outcome instanceof Sync.Outcome.Failed failed) {
            LOG.warn("No sync: {} Responses are kept and sent later; it is tried again by itself.", failed.why());
        } else if (!wasWell && well) {
            LOG.info("Sync works again.");
        }
        wasWell = well;
        state = new State(well, well ? Optional.of(now.get()) : state.lastWell());
        return waitMillis(outcome);
    }

    private Sync.Outcome once() {
        try {
            return sync.once();
        } catch (RuntimeException e) {
            LOG.error("A sync failed in a way it should not; it is tried again.", e);
            return new Sync.Outcome.Failed("an error of the app.", 0);
        }
    }

    private long waitMillis(Sync.Outcome outcome) {
        return switch (outcome) {
            case Sync.Outcome.Done done -> {
                backoff.succeeded();
                yield Math.max(SHORTEST_MILLIS, done.waitMillis());
            }
            case Sync.Outcome.Failed failed -> backoff.failed(failed.atLeastMillis());
        };
    }

    private boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return running;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

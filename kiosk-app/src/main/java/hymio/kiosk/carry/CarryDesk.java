package hymio.kiosk.carry;

import hymio.kiosk.visit.Carrying;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to sticks on a thread of its own: one that hangs delays neither a press nor the staff menu. Thread-safe. */
public final class CarryDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CarryDesk.class);
    private static final long JOIN_SECONDS = 5;

    private final CarryOut carryOut;
    private final Consumer<Carrying> progress;
    private final ThreadPoolExecutor aside = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("carry").daemon().factory());

    /** @param progress is told how far it is, and how it ended, from any thread */
    public CarryDesk(CarryOut carryOut, Consumer<Carrying> progress) {
        this.carryOut = carryOut;
        this.progress = progress;
    }

    /** Begins to write; while it writes already, that goes on and says how far it is. */
    public void write() {
        try {
            aside.execute(this::run);
        } catch (RejectedExecutionException busy) {
            LOG.debug("Responses are being written to a stick already.");
        }
    }

    private void run() {
        progress.accept(end());
    }

    private Carrying end() {
        try {
            return carryOut.write(progress);
        } catch (RuntimeException e) {
            LOG.error(
                    "The responses that wait could not be read for the stick. They are tried again the next time.", e);
            return new Carrying.Stopped(Carrying.Reason.UNREAD);
        }
    }

    /** A file that is being written gets its time to be whole. */
    @Override
    public void close() {
        aside.shutdown();
        try {
            if (!aside.awaitTermination(JOIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The stick did not take the responses in {} s. Write them again.", JOIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

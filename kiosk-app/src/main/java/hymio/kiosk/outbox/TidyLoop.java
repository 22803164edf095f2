package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that tidies the outbox, in steps with rests between them. */
public final class TidyLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TidyLoop.class);

    /** Between two steps of one piece of work: room for presses. */
    private static final long BREATH_MILLIS = 100;

    private static final long REST_MILLIS = 30_000;
    /** The start of the app needs the processor for what people see. */
    private static final long FIRST_MILLIS = 5_000;

    private final Outbox outbox;
    private final Supplier<PressTime> now;
    /** Waited on instead of an interrupt: that would close the files that are being read. */
    private final CountDownLatch stop = new CountDownLatch(1);

    private final Thread thread = Thread.ofPlatform().name("tidy").daemon().unstarted(this::run);

    public TidyLoop(Outbox outbox, Supplier<PressTime> now) {
        this.outbox = outbox;
        this.now = now;
    }

    public void start() {
        thread.start();
    }

    /** Stops after the step under way; a check of the whole file is ended at once. */
    @Override
    public void close() {
        stop.countDown();
        outbox.endCheck();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean well = true;
            long wait = FIRST_MILLIS;
            while (!stop.await(wait, TimeUnit.MILLISECONDS)) {
                try {
                    wait = outbox.tidy(now.get()) ? BREATH_MILLIS : REST_MILLIS;
                    well = true;
                } catch (OutboxException e) {
                    wait = REST_MILLIS;
                    if (well) {
                        LOG.warn("The outbox could not be tidied: {}", e.getMessage());
                    }
                    well = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

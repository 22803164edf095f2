package hymio.provisioning.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The visitors at all terminals, each terminal's on a thread of its own. For one thread. */
final class Crowd {
    /** A visitor waits so long for the thanks before the next one presses all the same. */
    private static final int THANKS_MILLIS = 5_000;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Lets visitors come to a terminal.
     *
     * @param gpio the terminal's standard input
     */
    void sendTo(Terminal terminal, OutputStream gpio, Visitors visitors) {
        threads.add(Thread.ofVirtual().start(() -> visit(terminal, gpio, visitors)));
    }

    /** Lets no more visitors in, and waits until the last has gone. */
    void close() throws InterruptedException {
        closing.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /**
     * The next visitor steps up when the last was thanked: on a machine so slow that presses queue up, two could reach
     * the terminal within one burst and rightly count as one.
     */
    private void visit(Terminal terminal, OutputStream gpio, Visitors visitors) {
        try {
            while (!closing.await(visitors.nextGapMillis(), TimeUnit.MILLISECONDS)) {
                terminal.press(gpio, visitors.nextButton(), visitors.nextHoldMillis());
                terminal.awaitStored(THANKS_MILLIS);
            }
        } catch (IOException e) {
            // The terminal has ended and took its input with it; whoever watches the programs says so.
            closing.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

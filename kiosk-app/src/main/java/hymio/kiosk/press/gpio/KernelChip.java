package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;
import hymio.kiosk.kernel.Libc;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines of the kernel's gpiochip device. One thread sleeps in the kernel until an edge comes and wakes for nothing
 * else. When the lines cannot be had, or their chip goes, it tries again with growing pauses until it is closed.
 */
final class KernelChip implements LineChip {
    private static final Logger log = LoggerFactory.getLogger(KernelChip.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long JOIN_MILLIS = 5_000;

    private final ChipSearch search;
    private final LineRequest wanted;
    private final int stop;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable GpioProblem problem;
    private @Nullable Thread thread;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    /** @throws ErrnoException when the process may open no more files */
    KernelChip(ChipSearch search, LineRequest wanted) throws ErrnoException {
        this.search = search;
        this.wanted = wanted;
        this.stop = Libc.eventfd();
    }

    @Override
    public synchronized void start(Listener listener) {
        KernelLines first = attempt();
        thread = Thread.ofPlatform().name("gpio").daemon().start(() -> run(first, listener));
    }

    @Override
    public Optional<GpioProblem> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public synchronized void close() {
        if (closed()) {
            return;
        }
        closing.countDown();
        try {
            if (thread != null) {
                Libc.wake(stop);
                thread.join(JOIN_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ErrnoException refused) {
            log.warn("The GPIO thread could not be stopped; it ends with the app", refused);
        }
        Libc.close(stop);
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void run(@Nullable KernelLines first, Listener listener) {
        KernelLines lines = first;
        while (!closed()) {
            if (lines != null) {
                follow(lines, listener);
            }
            lines = closesInPause() ? null : attempt();
        }
        if (lines != null) {
            lines.close(); // closed between their opening and the first look at them
        }
    }

    private @Nullable KernelLines attempt() {
        try {
            return KernelLines.open(search.find(), wanted);
        } catch (ErrnoException refusal) {
            report(GpioProblem.of(refusal), refusal.getMessage());
            return null;
        }
    }

    /** Delivers edges until the chip goes or this is closed; then the lines are free. */
    private void follow(KernelLines lines, Listener listener) {
        try (lines) {
            listener.opened(lines.levels());
            report(null, null);
            log.info("GPIO buttons are heard on lines {}", wanted.lines());
            pauseMillis = FIRST_PAUSE_MILLIS;
            long last = 0;
            while (waitsForEdge(lines)) {
                for (Edge edge : lines.read()) {
                    warnOfGap(last, edge);
                    last = edge.number();
                    listener.changed(edge);
                }
            }
        } catch (ErrnoException gone) {
            report(GpioProblem.of(gone), gone.getMessage());
            listener.lost();
        }
    }

    /** @return false when this was closed */
    private boolean waitsForEdge(KernelLines lines) throws ErrnoException {
        int[] said = Libc.poll(-1, stop, lines.file());
        if (said[0] != 0) {
            return false;
        }
        if ((said[1] & Libc.POLLIN) == 0) {
            throw new ErrnoException("poll of GPIO lines", ErrnoException.ENODEV); // only POLLERR and POLLHUP are left
        }
        return true;
    }

    private static void warnOfGap(long last, Edge edge) {
        long lost = edge.lostSince(last);
        if (lost != 0) {
            log.warn("{} GPIO edges were lost before one of line {}; presses may be missing", lost, edge.line());
        }
    }

    private boolean closesInPause() {
        try {
            boolean closes = closing.await(pauseMillis, TimeUnit.MILLISECONDS);
            pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
            return closes;
        } catch (InterruptedException interrupted) {
            return closed();
        }
    }

    /** Once for each change: a chip that stays away for weeks must not fill the log. */
    private void report(@Nullable GpioProblem now, @Nullable String reason) {
        GpioProblem before = problem;
        problem = now;
        if (now != null && now != before) {
            log.warn("No GPIO buttons ({}): {}. {}", now.word(), reason, now.advice());
        }
    }
}

package hymio.kiosk.visit;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which visits happen. Events enter a bounded queue; effects are carried out in order, and what an
 * effect reports back is handled before the next event. Thread-safe to {@link #offer} to.
 */
public final class VisitLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VisitLoop.class);
    /** More waiting presses than a hall of people can make while one response is written. */
    static final int QUEUE = 256;

    /** Name of its thread. When that ends by a fault, no press is heard any more. */
    public static final String THREAD = "visit";

    private static final long TICK_MILLIS = 200;
    /** While nothing runs out, as for most of a terminal's life (measured: 0.25 % of a processor at 200 ms). */
    private static final long RESTING_TICK_MILLIS = 1_000;

    /** Carries out an effect; may report an event back. */
    public interface Effects {
        Optional<VisitEvent> carryOut(VisitEffect effect);
    }

    private final VisitMachine machine;
    private final Effects effects;
    private final Supplier<VisitEvent.Tick> tick;
    private final BlockingQueue<VisitEvent> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private final AtomicBoolean full = new AtomicBoolean();
    private volatile boolean running = true;
    private Visit visit;

    /** @param tick what time it is, each time it is asked */
    public VisitLoop(VisitMachine machine, Visit start, Effects effects, Supplier<VisitEvent.Tick> tick) {
        this.machine = machine;
        this.visit = start;
        this.effects = effects;
        this.tick = tick;
        this.thread = Thread.ofPlatform().name(THREAD).unstarted(this::run);
    }

    /** Shows the first question and begins. */
    public void start() {
        carryOut(new VisitEffect.Show(visit.shown()));
        thread.start();
    }

    /** @return whether there was room; a press that finds none was never thanked for */
    public boolean offer(VisitEvent event) {
        boolean taken = queue.offer(event);
        if (!taken && !full.getAndSet(true)) {
            LOG.error("The visit loop is stuck: {} events wait and no more are taken. Restart the terminal.", QUEUE);
        }
        if (taken) {
            full.set(false);
        }
        return taken;
    }

    /** Handles what is already in the queue, then stops. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running || !queue.isEmpty()) {
            try {
                VisitEvent event = queue.poll(tickMillis(), TimeUnit.MILLISECONDS);
                handle(event == null ? tick.get() : event);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long tickMillis() {
        VisitState shown = visit.shown();
        boolean waits = shown.phase() instanceof VisitState.Asking || shown.phase() instanceof VisitState.Sleeping;
        return waits && shown.over().isEmpty() && shown.undo().isEmpty() ? RESTING_TICK_MILLIS : TICK_MILLIS;
    }

    /**
     * One event and what follows from it, on the caller's thread: instead of {@link #start}, where time is simulated.
     */
    public void handle(VisitEvent first) {
        Queue<VisitEvent> events = new ArrayDeque<>();
        events.add(first);
        for (VisitEvent event = events.poll(); event != null; event = events.poll()) {
            Step step = step(event);
            visit = step.visit();
            for (VisitEffect effect : step.effects()) {
                carryOut(effect).ifPresent(events::add);
            }
        }
    }

    /** A fault in what an event means ends this visit, not the terminal. */
    private Step step(VisitEvent event) {
        try {
            return machine.step(visit, event);
        } catch (RuntimeException e) {
            String name = event.getClass().getSimpleName();
            LOG.error("The visit was ended by a fault in {}; the terminal goes on. Please report it.", name, e);
            return machine.afresh(visit);
        }
    }

    /** A screen that fails must not keep the response of the same press from being stored. */
    private Optional<VisitEvent> carryOut(VisitEffect effect) {
        try {
            return effects.carryOut(effect);
        } catch (RuntimeException e) {
            LOG.error("The visit goes on without this: {}", effect.getClass().getSimpleName(), e);
            return effect instanceof VisitEffect.Store
                    ? Optional.of(new VisitEvent.NotStored(tick.get().atMillis()))
                    : Optional.empty();
        }
    }
}

package hymio.kiosk.press;

import hymio.wire.PressTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Edges in, what they mean out, in order. A press is told on the thread that brought its edge, so that nothing waits; a
 * hold and a jammed button on the loop's own thread, which sleeps unless a button is down. Thread-safe.
 */
public final class ButtonLoop implements EdgeListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ButtonLoop.class);
    private static final long JOIN_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final long LATE_MILLIS = 20;
    private static final long GRACE_MILLIS = 200;

    private final HoldRule rule;
    private final LongSupplier uptimeMillis;
    private final Consumer<ButtonEvent> events;
    private final Thread timer;
    private boolean running = true;
    private List<String> logged = List.of();

    /**
     * @param uptimeMillis the clock of the edges' {@link PressTime}
     * @param events is given one event after the other and must not block
     */
    public ButtonLoop(HoldSettings settings, LongSupplier uptimeMillis, Consumer<ButtonEvent> events) {
        this.rule = new HoldRule(settings);
        this.uptimeMillis = uptimeMillis;
        this.events = events;
        this.timer = Thread.ofPlatform().name("buttons").daemon().start(this::run);
    }

    @Override
    public synchronized void edge(ButtonEdge edge) {
        deliver(rule.edge(edge));
    }

    @Override
    public synchronized void alreadyDown(int button, PressTime time) {
        rule.alreadyDown(button, time);
        notifyAll();
    }

    @Override
    public synchronized void lost() {
        deliver(rule.lost());
    }

    /** Words for the heartbeat: {@code button-stuck}, {@code button-ghost}; none when all is well. */
    public synchronized List<String> problems() {
        return rule.problems(uptimeMillis.getAsLong());
    }

    /** Every button that has been heard of since the start, by number. */
    public synchronized List<ButtonCheck> check() {
        return rule.check();
    }

    /** Stops; no event is delivered after it returns. */
    @Override
    public void close() {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        try {
            timer.join(JOIN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void run() {
        try {
            boolean stood = false;
            while (running) {
                // When the whole machine stood still, the edges that came meanwhile go first, once: else a short press
                // would be a hold.
                stood = !stood && lateMillis() > LATE_MILLIS;
                if (!stood) {
                    deliver(rule.tick(uptimeMillis.getAsLong()));
                }
                wait(stood ? GRACE_MILLIS : sleepMillis());
            }
        } catch (InterruptedException interrupted) {
            running = false;
        }
    }

    /** How long ago a button that is down should have become held or stuck. */
    private long lateMillis() {
        OptionalLong due = rule.dueMillis();
        return due.isEmpty() ? 0 : uptimeMillis.getAsLong() - due.getAsLong();
    }

    /** Until that is due; 0, for ever, when only an edge can change anything. */
    private long sleepMillis() {
        OptionalLong due = rule.dueMillis();
        return due.isEmpty() ? 0 : Math.max(1, due.getAsLong() - uptimeMillis.getAsLong());
    }

    private void deliver(List<ButtonEvent> decided) {
        decided.stream().filter(unused -> running).forEach(this::deliver);
        logProblems();
        notifyAll();
    }

    /** Whatever goes wrong with one event, the next press must still be heard. */
    private void deliver(ButtonEvent event) {
        try {
            events.accept(event);
        } catch (RuntimeException fault) {
            LOG.error("{} was lost to a fault of the app; please report it", event, fault);
        }
    }

    private void logProblems() {
        List<String> now = problems();
        if (now.contains("button-stuck") && !logged.contains("button-stuck")) {
            LOG.warn("A button has been down for long (button-stuck). Free it and clean round it; the others work.");
        }
        if (now.contains("button-ghost") && !logged.contains("button-ghost")) {
            LOG.warn("A button gives pulses that no hand makes (button-ghost). Check its wires and what runs beside"
                    + " them; the staff menu's button test shows which.");
        }
        logged = now;
    }
}

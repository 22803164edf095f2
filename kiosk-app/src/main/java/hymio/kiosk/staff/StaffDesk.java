package hymio.kiosk.staff;

import hymio.kiosk.carry.CarryDesk;
import hymio.kiosk.time.TerminalClock;
import hymio.kiosk.visit.VisitEvent;
import hymio.wire.StaffPin;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the visit asks for staff. Checking a PIN takes up to a second and counting reads the outbox, so both
 * happen on a thread of their own: a press never waits for them. Called from the visit's thread.
 */
public final class StaffDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StaffDesk.class);
    /** More is asked only by somebody who tries PINs faster than they can be checked. */
    private static final int WAITING = 2;

    private static final long JOIN_SECONDS = 5;

    private final Supplier<Optional<StaffPin>> pin;
    private final GatherFigures figures;
    private final ButtonTrial buttons;
    private final CarryDesk carry;
    private final TerminalClock clock;
    private final Consumer<VisitEvent> answers;
    private final ThreadPoolExecutor aside = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("staff").daemon().factory());

    /** @param answers takes what was asked for, from any thread */
    public StaffDesk(
            Supplier<Optional<StaffPin>> pin,
            GatherFigures figures,
            ButtonTrial buttons,
            CarryDesk carry,
            TerminalClock clock,
            Consumer<VisitEvent> answers) {
        this.pin = pin;
        this.figures = figures;
        this.buttons = buttons;
        this.carry = carry;
        this.clock = clock;
        this.answers = answers;
        aside.allowCoreThreadTimeOut(true);
    }

    /** One PIN after the other; one that finds no room is not checked and counts as wrong. */
    public void checkPin(String digits) {
        boolean taken = aside(() -> {
            boolean right = pin.get().filter(it -> PinCheck.right(it, digits)).isPresent();
            answers.accept(new VisitEvent.PinChecked(right, uptimeMillis()));
        });
        if (!taken) {
            answers.accept(new VisitEvent.PinChecked(false, uptimeMillis()));
        }
    }

    public void askFigures() {
        aside(() -> answers.accept(new VisitEvent.Figures(figures.now(), uptimeMillis())));
    }

    /** @param fresh whether a new button test begins */
    public VisitEvent buttons(boolean fresh) {
        return new VisitEvent.Buttons(buttons.look(fresh), uptimeMillis());
    }

    /** Writes the responses that wait to a stick. */
    public void carryOut() {
        carry.write();
    }

    private boolean aside(Runnable work) {
        try {
            aside.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private long uptimeMillis() {
        return clock.now().uptimeMillis();
    }

    @Override
    public void close() {
        carry.close();
        aside.shutdown();
        try {
            if (!aside.awaitTermination(JOIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The staff menu's work did not end in {} s; it ends with the process.", JOIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

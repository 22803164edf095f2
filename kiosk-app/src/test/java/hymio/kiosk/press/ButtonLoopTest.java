package hymio.kiosk.press;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.press.Press.Source;
import hymio.wire.PressTime;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ButtonLoopTest {
    private static final HoldSettings QUICK = new HoldSettings(80, 0, 15, 300);

    private final BlockingQueue<ButtonEvent> events = new LinkedBlockingQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private ButtonLoop loop = new ButtonLoop(QUICK, this::uptime, events::add);

    @AfterEach
    void end() {
        loop.close();
    }

    @Test
    void pressIsToldOnTheThreadOfItsEdge() {
        long now = uptime();
        loop.edge(edge(1, true, now));
        loop.edge(edge(1, false, now + 50));
        assertThat(events).extracting(Object::getClass).contains(ButtonEvent.Down.class, ButtonEvent.Pressed.class);
    }

    @Test
    void holdIsToldWithoutAnotherEdge() throws Exception {
        PressTime down = at(uptime());
        loop.edge(new ButtonEdge(2, true, down, Source.GPIO));
        assertThat(next()).isEqualTo(new ButtonEvent.Down(2, down));
        assertThat(next()).isEqualTo(new ButtonEvent.Held(new Press(2, down, Source.GPIO)));
        assertThat(uptime() - down.uptimeMillis()).isGreaterThanOrEqualTo(80);
    }

    @Test
    void stuckButtonBecomesAProblemByItselfAndIsGoneWhenItComesUp() throws Exception {
        loop.edge(edge(3, true, uptime()));
        await(() -> loop.check().getFirst().stuck());
        assertThat(loop.problems()).containsExactly("button-stuck");
        loop.edge(edge(3, false, uptime()));
        assertThat(loop.problems()).isEmpty();
    }

    @Test
    void timerSleepsWhileNoButtonIsDown() throws Exception {
        loop.edge(edge(1, true, uptime()));
        loop.edge(edge(1, false, uptime() + 20));
        await(this::timerWaitsForAnEdge);
        long before = asked.get();
        Thread.sleep(400);
        assertThat(asked.get()).as("looks at the clock").isEqualTo(before);
    }

    @Test
    void timerSleepsAlsoWhileAButtonStaysStuck() throws Exception {
        loop.edge(edge(1, true, uptime()));
        await(() -> loop.check().getFirst().stuck());
        await(this::timerWaitsForAnEdge);
    }

    @Test
    void pressReadLateAfterTheMachineStoodStillIsNoHold() throws Exception {
        loop.close();
        loop = new ButtonLoop(QUICK, () -> 3_000, events::add);
        loop.edge(edge(1, true, 1_000)); // long ago, by the clock
        Thread.sleep(20); // the timer comes first
        loop.edge(edge(1, false, 1_050));
        next();
        assertThat(next()).isInstanceOf(ButtonEvent.Pressed.class);
    }

    @Test
    void chipThatGoesCancelsWhatIsDown() throws Exception {
        loop.edge(edge(4, true, uptime()));
        next();
        loop.lost();
        assertThat(next()).isEqualTo(new ButtonEvent.Cancelled(4));
        assertThat(events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void consumerThatFailsStillHearsTheNextEvent() throws Exception {
        loop.close();
        loop = new ButtonLoop(QUICK, this::uptime, event -> {
            events.add(event);
            throw new IllegalStateException("planted");
        });
        loop.edge(edge(1, true, uptime()));
        assertThat(next()).isInstanceOf(ButtonEvent.Down.class);
        assertThat(next()).as("told by the timer").isInstanceOf(ButtonEvent.Held.class);
        loop.edge(edge(2, true, uptime()));
        assertThat(next()).isInstanceOf(ButtonEvent.Down.class);
        assertThat(next()).as("the timer lives").isInstanceOf(ButtonEvent.Held.class);
    }

    @Test
    void nothingIsToldAfterItIsClosed() throws Exception {
        loop.edge(edge(1, true, uptime()));
        next();
        loop.close();
        loop.edge(edge(1, false, uptime() + 20));
        assertThat(events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private boolean timerWaitsForAnEdge() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("buttons"))
                .allMatch(thread -> thread.getState() == Thread.State.WAITING);
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private ButtonEvent next() throws InterruptedException {
        ButtonEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("an event within 10 s").isNotNull();
        return event;
    }

    private long uptime() {
        asked.incrementAndGet();
        return System.nanoTime() / 1_000_000;
    }

    private static ButtonEdge edge(int button, boolean down, long uptime) {
        return new ButtonEdge(button, down, at(uptime), Source.GPIO);
    }

    private static PressTime at(long uptime) {
        return new PressTime(new UUID(1, 2), uptime, 0, true);
    }
}

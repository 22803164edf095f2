package hymio.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.press.ButtonLoop;
import hymio.kiosk.press.HoldSettings;
import hymio.kiosk.press.Press;
import hymio.kiosk.press.RepeatGuard;
import hymio.kiosk.time.HandClock;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KioskHandsTest {
    private final HandClock clock = new HandClock(10_000, 1_795_000_000_000L, true);
    private final List<VisitEvent> events = new CopyOnWriteArrayList<>();
    private final ButtonLoop buttons = new ButtonLoop(
            new HoldSettings(1_000, 500, 15, 30_000),
            () -> clock.now().uptimeMillis(),
            event -> events.add(KioskHands.event(event, clock)));
    private final KioskHands hands = new KioskHands(buttons, new RepeatGuard(500), clock, events::add);

    @AfterEach
    void close() {
        buttons.close();
    }

    private void touch(Control control, long later) {
        clock.pass(later);
        hands.touched(control);
    }

    @Test
    void faceTouchedAgainAtOnceCountsOnce() {
        touch(new Control.FaceOf(2), 0);
        touch(new Control.FaceOf(2), 499);
        touch(new Control.FaceOf(1), 0);
        touch(new Control.FaceOf(2), 1);
        assertThat(events)
                .extracting(it -> ((VisitEvent.Touched) it).control())
                .containsExactly(new Control.FaceOf(2), new Control.FaceOf(1), new Control.FaceOf(2));
    }

    @Test
    void keysOfTheKeyboardAreMeantEachTime() {
        for (int i = 0; i < 3; i++) {
            touch(new Control.Key("l"), 60);
            touch(new Control.Digit(1), 60);
        }
        assertThat(events).hasSize(6);
    }

    @Test
    void keyVotesWhenItIsLetGoAndBearsTheTimeItWentDown() {
        hands.key(3, true);
        clock.pass(200);
        hands.key(3, false);
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isEqualTo(new VisitEvent.Down(3, 10_000));
        Press press = ((VisitEvent.Pressed) events.getLast()).press();
        assertThat(press.button()).isEqualTo(3);
        assertThat(press.time().uptimeMillis()).isEqualTo(10_000);
        assertThat(press.source()).isEqualTo(Press.Source.KEY);
    }

    @Test
    void heldKeyIsHeldAndNoVote() {
        hands.key(3, true);
        clock.pass(1_200);
        hands.key(3, false);
        assertThat(events).hasSize(2).last().isInstanceOf(VisitEvent.Held.class);
    }

    @Test
    void repeatedKeyComesToNothing() {
        for (int i = 0; i < 2; i++) {
            hands.key(1, true);
            clock.pass(50);
            hands.key(1, false);
        }
        assertThat(events).hasSize(4).last().isEqualTo(new VisitEvent.Cancelled(1, 10_100));
    }

    @Test
    void restOfTheScreenIsToldWithItsTime() {
        hands.touchedBeside();
        hands.staffHold();
        hands.typed("ä");
        assertThat(events)
                .containsExactly(
                        new VisitEvent.TouchedBeside(10_000),
                        new VisitEvent.StaffHold(10_000),
                        new VisitEvent.Typed("ä", 10_000));
    }
}

package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Behaviour;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screen is dark by timetable, and whoever touches it wakes it without voting. */
class SleepTest {
    private static final Behaviour NIGHTLY =
            new Behaviour(false, 0, 20, 50, Optional.of(new Behaviour.Sleep("21:00", "07:30")));

    private final Walk walk = Walk.to(Asked.COMMENT, NIGHTLY);

    private Walk asleep() {
        walk.at(22, 0).tick();
        assertThat(walk.phase()).isEqualTo(new Sleeping());
        return walk;
    }

    static Stream<UnaryOperator<Walk>> hands() {
        return Stream.of(
                it -> it.press(1),
                it -> it.release(2, it.now),
                it -> it.hold(3),
                it -> it.down(1).cancel(1),
                it -> it.face(1),
                Walk::beside,
                Walk::staffHold,
                it -> it.type("1"));
    }

    @ParameterizedTest
    @MethodSource("hands")
    void theFirstHandWakesAndDoesNotVote(UnaryOperator<Walk> hand) {
        Walk touched = hand.apply(asleep());
        assertThat(touched.shown()).isEqualTo(new VisitState(Asked.COMMENT, "fi", new Asking()));
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void theSecondHandVotes() {
        asleep().press(1).unticked(700).press(2);
        assertThat(walk.given()).containsExactly("service 2");
    }

    @Test
    void theSecondTapOfADoubleTapThatWakesDoesNotVote() {
        asleep().besideNow().unticked(200).touchNow(new Control.FaceOf(1)).press(3);
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void anotherFingerOfTheHandThatWakesDoesNotVote() {
        asleep().down(1)
                .unticked(100)
                .down(2)
                .unticked(100)
                .release(1, walk.now - 200)
                .release(2, walk.now - 100);
        assertThat(walk.stored).isEmpty();
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void anotherFingerOfTheHandThatWakesIsNotEvenShown() {
        asleep().down(1).unticked(100).down(2);
        assertThat(walk.phase()).isEqualTo(new Asking());
        walk.unticked(400).down(2);
        assertThat(walk.phase()).isInstanceOf(VisitState.Finger.class);
    }

    @Test
    void wokenItSleepsAgainWhenNobodyIsThere() {
        asleep().beside().after(19_800);
        assertThat(walk.phase()).isEqualTo(new Asking());
        walk.after(400);
        assertThat(walk.phase()).isEqualTo(new Sleeping());
    }

    @Test
    void itDoesNotSleepWhileSomebodyIsThere() {
        walk.press(1).at(22, 0).after(30_000);
        assertThat(walk.phase()).isInstanceOf(Writing.class);
        walk.after(60_000);
        assertThat(walk.phase()).isEqualTo(new Sleeping());
    }

    @Test
    void itDoesNotSleepJustAfterATouch() {
        walk.at(22, 0).beside().after(10_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void itWakesAtItsTime() {
        asleep().at(7, 29).tick();
        assertThat(walk.phase()).isEqualTo(new Sleeping());
        walk.at(7, 30).tick();
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void itDoesNotSleepByAClockThatCannotBeTrusted() {
        walk.minute = OptionalInt.empty();
        walk.after(60_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
        asleep().minute = OptionalInt.empty();
        walk.tick();
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void withoutATimetableItNeverSleeps() {
        Walk awake = Walk.to(Asked.COMMENT);
        for (int hour = 0; hour < 24; hour++) {
            awake.at(hour, 0).after(60_000);
            assertThat(awake.phase()).isEqualTo(new Asking());
        }
    }
}

package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.screen.TouchGuard.Verdict;
import org.junit.jupiter.api.Test;

class TouchGuardTest {
    private final TouchGuard guard = new TouchGuard();

    @Test
    void aTouchIsTakenAtOnce() {
        assertThat(guard.pressed(10, 10, 1_000)).isEqualTo(Verdict.TAKE);
        assertThat(guard.pressed(300, 10, 1_100)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void twoTouchesWithinFortyMillisecondsAreOne() {
        guard.pressed(10, 10, 1_000);
        assertThat(guard.pressed(300, 200, 1_039)).isEqualTo(Verdict.DROP);
        assertThat(guard.pressed(300, 200, 1_041)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void theLastTouchFiredAgainIsNoneWhenTheFingerComesDownElsewhere() {
        guard.pressed(257, 419, 1_000);
        assertThat(guard.pressed(257, 419, 9_000)).isEqualTo(Verdict.WAIT);
        assertThat(guard.pressed(410, 265, 9_002)).isEqualTo(Verdict.TAKE);
        assertThat(guard.believed()).isFalse();
    }

    @Test
    void theLastTouchFiredAgainIsNoneWhenTheFingerTurnsOutToBeElsewhere() {
        guard.pressed(257, 419, 1_000);
        guard.pressed(257, 419, 9_000);
        assertThat(guard.moved(410, 265)).isTrue();
        assertThat(guard.believed()).isFalse();
    }

    @Test
    void aSecondTouchOnTheVerySamePointIsBelievedAfterAMoment() {
        guard.pressed(257, 419, 1_000);
        guard.pressed(257, 419, 9_000);
        assertThat(guard.believed()).isTrue();
        assertThat(guard.believed()).isFalse();
    }

    @Test
    void aTouchAfterAMoveIsTakenAtOnce() {
        guard.pressed(257, 419, 1_000);
        guard.moved(300, 300);
        guard.moved(257, 419);
        assertThat(guard.pressed(257, 419, 9_000)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void aFingerThatTremblesIsNotElsewhere() {
        guard.pressed(257, 419, 1_000);
        guard.pressed(257, 419, 9_000);
        assertThat(guard.moved(259, 421)).isFalse();
        assertThat(guard.believed()).isTrue();
    }
}

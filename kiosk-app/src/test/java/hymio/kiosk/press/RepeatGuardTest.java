package hymio.kiosk.press;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.PressTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatGuardTest {
    private final RepeatGuard guard = new RepeatGuard(500);

    private static Press press(int button, long uptime) {
        return new Press(button, new PressTime(new UUID(1, 2), uptime, 0, true), Press.Source.GPIO);
    }

    @Test
    void firstPressCountsAtOnceAndRepeatsAreIgnoredForHalfASecond() {
        assertThat(guard.passes(press(1, 1_000))).isTrue();
        assertThat(guard.passes(press(1, 1_499))).isFalse();
        assertThat(guard.passes(press(1, 1_500))).isTrue();
    }

    @Test
    void tremblingFingerDoesNotExtendTheTime() {
        guard.passes(press(1, 1_000));
        guard.passes(press(1, 1_400));
        assertThat(guard.passes(press(1, 1_501))).isTrue();
    }

    @Test
    void anotherButtonIsNoRepeat() {
        guard.passes(press(1, 1_000));
        assertThat(guard.passes(press(2, 1_001))).isTrue();
    }
}

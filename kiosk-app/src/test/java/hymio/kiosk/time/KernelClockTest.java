package hymio.kiosk.time;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Limits;
import hymio.wire.PressTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelClockTest {
    private static final UUID BOOT = new UUID(1, 2);
    private static final long MILLI = 1_000_000;
    private static final long WALL = 1_800_000_000_000L * MILLI;

    private final SetTime time = new SetTime();
    private KernelClock clock;

    @BeforeEach
    void startTenSecondsAfterBoot() {
        time.reading = new KernelTime.Reading(10_000 * MILLI, 7_000 * MILLI, WALL, true);
        clock = new KernelClock(BOOT, time);
    }

    @Test
    void nowIsUptimeAndOffsetOfTheWallClock() {
        assertThat(clock.now()).isEqualTo(new PressTime(BOOT, 10_000, 1_799_999_990_000L, false));
    }

    @Test
    void trustIsReadAtEachMoment() {
        assertThat(clock.now().trusted()).isFalse();
        time.trusted = true;
        assertThat(clock.now().trusted()).isTrue();
    }

    @Test
    void clockSetBeyondAllSenseCostsNoPressAndIsNotTrusted() {
        time.trusted = true;
        time.reading = new KernelTime.Reading(10_000 * MILLI, 7_000 * MILLI, 9_000_000_000_000L * MILLI, true);
        clock = new KernelClock(BOOT, time);
        assertThat(clock.now()).isEqualTo(new PressTime(BOOT, 10_000, Limits.WALL_MILLIS - 10_000, false));
    }

    @Test
    void eventIsAsOldInUptimeAsOnTheMonotonicClock() {
        // The machine slept for 3 s in this boot, which only uptime has counted.
        assertThat(clock.at(6_750 * MILLI).uptimeMillis()).isEqualTo(9_750);
    }

    @Test
    void offsetStaysTheSameThroughNoise() {
        long first = clock.now().offsetMillis();
        time.pass(1_000, 1_020);
        assertThat(clock.now().offsetMillis()).isEqualTo(first);
        time.pass(1_000, 980);
        assertThat(clock.now().offsetMillis()).isEqualTo(first);
    }

    @Test
    void offsetFollowsAClockThatWasSet() {
        long first = clock.now().offsetMillis();
        time.pass(1_000, 1_021);
        assertThat(clock.now().offsetMillis()).isEqualTo(first + 21);
        time.pass(1_000, 1_000 - 86_400_000);
        assertThat(clock.now().offsetMillis()).isEqualTo(first + 21 - 86_400_000);
    }

    @Test
    void slowDriftIsTakenOverOnceItIsMoreThanNoise() {
        long first = clock.now().offsetMillis();
        time.pass(1_000, 1_015);
        assertThat(clock.now().offsetMillis()).isEqualTo(first);
        time.pass(1_000, 1_015);
        assertThat(clock.now().offsetMillis()).isEqualTo(first + 30);
    }

    @Test
    void readingThatWasInterruptedMovesNoOffset() {
        long first = clock.now().offsetMillis();
        time.pass(1_000, 1_500);
        time.reading = new KernelTime.Reading(
                time.reading.uptimeNanos(), time.reading.monotonicNanos(), time.reading.wallNanos(), false);
        assertThat(clock.now().offsetMillis()).isEqualTo(first);
    }

    @Test
    void eventBeforeTheBootIsPutAtTheBoot() {
        assertThat(clock.at(-60_000 * MILLI).uptimeMillis()).isZero();
    }

    private static final class SetTime implements KernelTime {
        private Reading reading;
        private boolean trusted;

        void pass(long uptimeMillis, long wallMillis) {
            reading = new Reading(
                    reading.uptimeNanos() + uptimeMillis * MILLI,
                    reading.monotonicNanos() + uptimeMillis * MILLI,
                    reading.wallNanos() + wallMillis * MILLI,
                    true);
        }

        @Override
        public Reading read() {
            return reading;
        }

        @Override
        public boolean trusted() {
            return trusted;
        }
    }
}

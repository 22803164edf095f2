package hymio.kiosk.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hymio.wire.Limits;
import hymio.wire.PressTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is done to the clocks of a machine, what a press says of its time stays true: many random lives. */
class ClockHonestyTest {
    private static final UUID BOOT = new UUID(1, 2);
    private static final int LIVES = 300;
    private static final int EVENTS = 200;
    private static final long MILLI = 1_000_000;
    private static final long YEAR = 31_557_600_000L;

    /** The kernel's clocks, and what somebody does to them. */
    private static final class Machine implements KernelTime {
        private final Random random;
        private long uptime;
        private long monotonic;
        private long wall;
        private boolean trusted;
        private boolean interrupted;

        Machine(Random random) {
            this.random = random;
            uptime = random.nextLong(60_000) * MILLI;
            monotonic = uptime;
            wall = random.nextBoolean() ? uptime : random.nextLong(Limits.WALL_MILLIS) * MILLI;
        }

        /** @return what happened, for a test that fails */
        String happen() {
            interrupted = random.nextInt(10) == 0;
            return switch (random.nextInt(8)) {
                case 0 -> set("set far", (random.nextLong(2 * YEAR) - YEAR) * MILLI);
                case 1 -> set("set a little", (random.nextLong(2_000) - 1_000) * MILLI);
                case 2 -> set("set within noise", (random.nextLong(20) - 10) * MILLI);
                case 3 -> {
                    long asleep = random.nextLong(86_400_000) * MILLI;
                    uptime += asleep;
                    wall += asleep;
                    yield "sleep";
                }
                case 4 -> {
                    trusted = !trusted;
                    yield "trust " + trusted;
                }
                case 5 -> pass(random.nextLong(40 * 86_400_000L));
                default -> pass(random.nextLong(60_000));
            };
        }

        private String set(String how, long nanos) {
            wall = Math.max(0, wall + nanos);
            return how;
        }

        private String pass(long millis) {
            uptime += millis * MILLI;
            monotonic += millis * MILLI;
            wall += millis * MILLI;
            return "pass";
        }

        @Override
        public Reading read() {
            return new Reading(uptime, monotonic, wall, !interrupted);
        }

        @Override
        public boolean trusted() {
            return trusted;
        }
    }

    @Test
    void uptimeNeverJumpsAndCountsEverySecondAlsoAsleep() {
        for (int life = 0; life < LIVES; life++) {
            Machine machine = new Machine(new Random(life));
            KernelClock clock = new KernelClock(BOOT, machine);
            long before = clock.now().uptimeMillis();
            for (int i = 0; i < EVENTS; i++) {
                String what = "life " + life + ", event " + i + ": " + machine.happen();
                PressTime now = clock.now();
                assertThat(now.uptimeMillis()).as(what).isEqualTo(machine.uptime / MILLI);
                assertThat(now.uptimeMillis()).as(what).isGreaterThanOrEqualTo(before);
                before = now.uptimeMillis();
            }
        }
    }

    @Test
    void wallClockIsTheMachinesToTwentyMillisecondsAndTrustedOnlyWhileTheMachineTrustsIt() {
        for (int life = 0; life < LIVES; life++) {
            Machine machine = new Machine(new Random(life));
            KernelClock clock = new KernelClock(BOOT, machine);
            for (int i = 0; i < EVENTS; i++) {
                String what = "life " + life + ", event " + i + ": " + machine.happen();
                machine.interrupted = false;
                PressTime now = clock.now();
                long wall = Math.min(machine.wall / MILLI, Limits.WALL_MILLIS);
                assertThat(now.wallMillis()).as(what).isCloseTo(wall, within(KernelClock.DRIFT_MILLIS + 1));
                assertThat(now.trusted()).as(what).isIn(machine.trusted, false);
                assertThat(now.trusted())
                        .as(what)
                        .isEqualTo(machine.trusted && machine.wall / MILLI <= Limits.WALL_MILLIS);
            }
        }
    }

    /** What batches need: one clock reading for a whole boot, unless somebody sets the clock. */
    @Test
    void offsetChangesOnlyWhenTheClockIsSet() {
        for (int life = 0; life < LIVES; life++) {
            Machine machine = new Machine(new Random(life));
            KernelClock clock = new KernelClock(BOOT, machine);
            TreeSet<Long> offsets = new TreeSet<>();
            int sets = 0;
            for (int i = 0; i < EVENTS; i++) {
                sets += machine.happen().startsWith("set") ? 1 : 0;
                offsets.add(clock.now().offsetMillis());
            }
            assertThat(offsets).as("life " + life).hasSizeLessThanOrEqualTo(1 + sets);
        }
    }

    @Test
    void edgeIsAsOldAsItIsWhenTheMachineDidNotSleepSince() {
        for (int life = 0; life < LIVES; life++) {
            Random random = new Random(life);
            Machine machine = new Machine(random);
            KernelClock clock = new KernelClock(BOOT, machine);
            for (int i = 0; i < EVENTS; i++) {
                machine.happen();
                long stamp = machine.monotonic;
                long pressed = machine.uptime / MILLI;
                machine.pass(random.nextLong(5_000));
                machine.set("set", (random.nextLong(2 * YEAR) - YEAR) * MILLI);
                PressTime press = clock.at(stamp);
                assertThat(press.uptimeMillis()).as("life " + life).isEqualTo(pressed);
                assertThat(clock.now().uptimeMillis() - press.uptimeMillis()).isBetween(0L, 5_000L);
            }
        }
    }

    @Test
    void everyMomentLiesInItsLocalDayAndDaysFollowWithoutAGap() {
        Random random = new Random(7);
        for (String id : ZoneId.getAvailableZoneIds()) {
            PlaceTime place = new PlaceTime(() -> Optional.of(ZoneId.of(id)));
            for (int i = 0; i < 20; i++) {
                PressTime now = trusted(random.nextLong(100 * YEAR));
                PlaceTime.Day day = place.today(now);
                assertThat(now.wallMillis()).as(id).isBetween(day.fromMillis(), day.toMillis() - 1);
                assertThat(place.today(trusted(day.toMillis())).fromMillis())
                        .as(id)
                        .isEqualTo(day.toMillis());
                assertThat(place.minute(now)).as(id).isPresent();
            }
        }
    }

    @Test
    void dayOfAPlaceThatChangesItsClocksAtMidnightIsWhole() {
        PlaceTime beirut = new PlaceTime(() -> Optional.of(ZoneId.of("Asia/Beirut")));
        PlaceTime.Day spring = beirut.today(trusted(at("2024-03-31T09:00:00Z")));
        assertThat(spring.toMillis() - spring.fromMillis()).isEqualTo(23 * 3_600_000L);
        PlaceTime helsinki = new PlaceTime(() -> Optional.of(ZoneId.of("Europe/Helsinki")));
        assertThat(helsinki.minute(trusted(at("2027-03-28T00:59:00Z")))).hasValue(2 * 60 + 59);
        assertThat(helsinki.minute(trusted(at("2027-03-28T01:00:00Z")))).hasValue(4 * 60);
        assertThat(helsinki.minute(trusted(at("2027-10-31T00:59:00Z")))).hasValue(3 * 60 + 59);
        assertThat(helsinki.minute(trusted(at("2027-10-31T01:00:00Z")))).hasValue(3 * 60);
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static PressTime trusted(long wallMillis) {
        return new PressTime(BOOT, 0, wallMillis, true);
    }
}

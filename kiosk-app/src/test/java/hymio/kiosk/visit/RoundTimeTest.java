package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.PressTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Press times as coarse as the place wants them. */
class RoundTimeTest {
    private static final UUID BOOT = new UUID(1, 2);
    private static final long DAY = 86_400_000;

    private static PressTime at(String wall, long uptime, boolean trusted) {
        return new PressTime(BOOT, uptime, Instant.parse(wall).toEpochMilli() - uptime, trusted);
    }

    @ParameterizedTest
    @CsvSource({"5, 12:40", "15, 12:30", "30, 12:30"})
    void theTimeIsThatOfTheStartOfItsInterval(int minutes, String time) {
        PressTime rounded = RoundTime.down(at("2026-11-22T12:44:59.999Z", DAY, true), minutes);
        assertThat(Instant.ofEpochMilli(rounded.wallMillis())).hasToString("2026-11-22T" + time + ":00Z");
    }

    @Test
    void withoutRoundingItIsAsItWas() {
        PressTime time = at("2026-11-22T12:44:59.999Z", DAY, true);
        assertThat(RoundTime.down(time, 0)).isEqualTo(time);
    }

    @Test
    void theOffsetStaysSoThatACorrectedClockKeepsTheRounding() {
        PressTime time = at("2026-11-22T12:44:59Z", DAY, false);
        PressTime rounded = RoundTime.down(time, 15);
        assertThat(rounded.offsetMillis()).isEqualTo(time.offsetMillis());
        assertThat(rounded.boot()).isEqualTo(BOOT);
        assertThat(rounded.trusted()).isFalse();
    }

    @Test
    void roundedTwiceIsRoundedOnce() {
        PressTime rounded = RoundTime.down(at("2026-11-22T12:44:59Z", DAY, true), 15);
        assertThat(RoundTime.down(rounded, 15)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 60_000, 899_999})
    void justAfterTheStartUptimeIsNeverNegativeAndAllPressesLookAlike(long uptime) {
        PressTime rounded = RoundTime.down(
                new PressTime(
                        BOOT, uptime, Instant.parse("2026-11-22T12:14:30Z").toEpochMilli(), true),
                30);
        assertThat(rounded.uptimeMillis()).isZero();
    }

    @Test
    void aClockThatWokeUpIn1970IsRoundedToo() {
        PressTime rounded = RoundTime.down(new PressTime(BOOT, 50_000, -49_000, false), 30);
        assertThat(rounded.wallMillis()).isZero();
    }

    @Test
    void halfHourZonesHaveTheirOwnHalfHours() {
        PressTime rounded = RoundTime.down(at("2026-11-22T12:44:59Z", DAY, true), 30);
        var there = Instant.ofEpochMilli(rounded.wallMillis()).atZone(ZoneId.of("Asia/Kolkata"));
        assertThat(there.toLocalTime()).hasToString("18:00");
    }
}

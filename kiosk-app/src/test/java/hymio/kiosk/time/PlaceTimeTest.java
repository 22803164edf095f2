package hymio.kiosk.time;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.PressTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaceTimeTest {
    private static final long HOUR = 3_600_000;
    private final PlaceTime helsinki = in("Europe/Helsinki");

    private static PlaceTime in(String zone) {
        return new PlaceTime(() -> Optional.of(ZoneId.of(zone)));
    }

    private static PressTime at(String instant, long uptime, boolean trusted) {
        return new PressTime(new UUID(1, 2), uptime, Instant.parse(instant).toEpochMilli() - uptime, trusted);
    }

    private static PressTime at(String instant) {
        return at(instant, 100 * HOUR, true);
    }

    @Test
    void minuteIsThePlacesOwn() {
        assertThat(helsinki.minute(at("2026-11-22T22:05:59Z"))).hasValue(5);
        assertThat(in("Asia/Kolkata").minute(at("2026-11-22T00:00:00Z"))).hasValue(330);
    }

    @Test
    void untrustedClockAndUnknownPlaceHaveNoMinute() {
        assertThat(helsinki.minute(at("2026-11-22T12:00:00Z", 1_000, false))).isEmpty();
        assertThat(new PlaceTime(Optional::empty).minute(at("2026-11-22T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void dayRunsFromLocalMidnightAndMayHave25Hours() {
        PlaceTime.Day day = helsinki.today(at("2026-11-22T22:30:00Z"));
        assertThat(Instant.ofEpochMilli(day.fromMillis())).isEqualTo("2026-11-22T22:00:00Z");
        PlaceTime.Day autumn = helsinki.today(at("2026-10-25T10:00:00Z"));
        assertThat(autumn.toMillis() - autumn.fromMillis()).isEqualTo(25 * HOUR);
    }

    @Test
    void clockOfAnotherDayNamesTheDay() {
        PressTime now = at("2026-11-22T12:05:00Z", 100 * HOUR, true);
        assertThat(helsinki.clock(at("2026-11-22T11:05:00Z", 99 * HOUR, true), now))
                .isEqualTo("13:05");
        assertThat(helsinki.clock(at("2026-11-21T12:05:00Z", 76 * HOUR, true), now))
                .isEqualTo("2026-11-21 14:05");
    }

    @Test
    void clockThatWasSetSinceDoesNotFalsifyTheMoment() {
        PressTime then = at("1970-01-01T00:10:00Z", HOUR, false);
        assertThat(helsinki.clock(then, at("2026-11-22T12:00:00Z", 2 * HOUR, true)))
                .isEqualTo("13:00");
    }
}

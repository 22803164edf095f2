package hymio.kiosk.time;

import hymio.wire.PressTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Times as people at the place read them. Thread-safe.
 *
 * @param zone of the place; while none is known, the machine's own is used where a time is needed all the same
 */
public record PlaceTime(Supplier<Optional<ZoneId>> zone) {
    private static final int MINUTES = 60;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Wall-clock milliseconds from the start of a local day to the start of the next. */
    public record Day(long fromMillis, long toMillis) {}

    /** Minute of the local day, 0 to 1 439; empty while the clock is not trusted or the place not known. */
    public OptionalInt minute(PressTime now) {
        Optional<ZoneId> place = zone.get();
        if (!now.trusted() || place.isEmpty()) {
            return OptionalInt.empty();
        }
        ZonedDateTime local = Instant.ofEpochMilli(now.wallMillis()).atZone(place.get());
        return OptionalInt.of(local.getHour() * MINUTES + local.getMinute());
    }

    /** The local day it is; of 23 or 25 hours when clocks are changed. */
    public Day today(PressTime now) {
        ZonedDateTime local = at(now.wallMillis());
        LocalDate day = local.toLocalDate();
        return new Day(start(day, local.getZone()), start(day.plusDays(1), local.getZone()));
    }

    /**
     * A moment of this boot as {@code 14:05}, on another day as {@code 2026-11-21 14:05}. Told by its age, so that it
     * is right also when the clock was set since.
     */
    public String clock(PressTime then, PressTime now) {
        ZonedDateTime moment = at(now.wallMillis() - (now.uptimeMillis() - then.uptimeMillis()));
        boolean today = moment.toLocalDate().equals(at(now.wallMillis()).toLocalDate());
        return moment.format(today ? CLOCK : DAY_AND_CLOCK);
    }

    private ZonedDateTime at(long wallMillis) {
        return Instant.ofEpochMilli(wallMillis).atZone(zone.get().orElseGet(ZoneId::systemDefault));
    }

    private static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}

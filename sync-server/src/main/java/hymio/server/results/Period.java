package hymio.server.results;

import hymio.server.results.ResultsQuery.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * A stretch of local time that one row covers. The first and last week or month are cut to the days asked for, so that
 * a row says exactly what it covers.
 *
 * @param end first moment after
 */
record Period(LocalDateTime start, LocalDateTime end) {
    private static final int DAY_HOURS = 24;

    static Period whole(ResultsQuery query) {
        return days(query.from(), query.to().plusDays(1));
    }

    /** @param number local day, or local hour with {@link Grain#HOUR}, since 1970 */
    static Period of(ResultsQuery query, long number) {
        if (query.grain() == Grain.HOUR) {
            LocalDateTime start =
                    LocalDate.ofEpochDay(Math.floorDiv(number, DAY_HOURS)).atTime(Math.floorMod(number, DAY_HOURS), 0);
            return new Period(start, start.plusHours(1));
        }
        LocalDate day = LocalDate.ofEpochDay(number);
        LocalDate first = first(query.grain(), day);
        return days(
                max(first, query.from()),
                min(after(query.grain(), first), query.to().plusDays(1)));
    }

    /** @param hour local hour since 1970 */
    static Period ofHour(ResultsQuery query, long hour) {
        return switch (query.grain()) {
            case TOTAL -> whole(query);
            case HOUR -> of(query, hour);
            case DAY, WEEK, MONTH -> of(query, Math.floorDiv(hour, DAY_HOURS));
        };
    }

    private static LocalDate first(Grain grain, LocalDate day) {
        return switch (grain) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case TOTAL, HOUR, DAY -> day;
        };
    }

    private static LocalDate after(Grain grain, LocalDate first) {
        return switch (grain) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case TOTAL, HOUR, DAY -> first.plusDays(1);
        };
    }

    private static Period days(LocalDate from, LocalDate end) {
        return new Period(from.atStartOfDay(), end.atStartOfDay());
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}

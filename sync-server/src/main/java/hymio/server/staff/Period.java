package hymio.server.staff;

import hymio.server.results.ResultsQuery.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a chart shows, up to now. */
public enum Period {
    /** Today by hour. */
    TODAY("today", Grain.HOUR),
    /** Four weeks by day. */
    DAYS("days", Grain.DAY),
    /** Twelve months by month. */
    MONTHS("months", Grain.MONTH);

    private static final int HOURS_A_DAY = 24;
    private static final int MONTHS_SHOWN = 12;

    private final String word;
    private final Grain grain;

    Period(String word, Grain grain) {
        this.word = word;
        this.grain = grain;
    }

    /** As it stands in the address. */
    public String word() {
        return word;
    }

    Grain grain() {
        return grain;
    }

    /** Four weeks when the word is none of these. */
    static Period of(@Nullable String word) {
        return Stream.of(values())
                .filter(it -> it.word.equals(word))
                .findFirst()
                .orElse(DAYS);
    }

    LocalDate first(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case DAYS -> today.minusDays(Figures.DAYS - 1);
            case MONTHS -> today.withDayOfMonth(1).minusMonths(MONTHS_SHOWN - 1);
        };
    }

    /** First moment of each bar, also of those without responses. */
    List<LocalDateTime> starts(LocalDate today) {
        LocalDateTime first = first(today).atStartOfDay();
        return switch (this) {
            case TODAY ->
                IntStream.range(0, HOURS_A_DAY).mapToObj(first::plusHours).toList();
            case DAYS ->
                IntStream.range(0, Figures.DAYS).mapToObj(first::plusDays).toList();
            case MONTHS ->
                IntStream.range(0, MONTHS_SHOWN).mapToObj(first::plusMonths).toList();
        };
    }

    /** Whether a bar has its mark on the axis. */
    boolean marked(LocalDateTime start, LocalDate today) {
        return switch (this) {
            case TODAY -> start.getHour() % 3 == 0;
            case DAYS -> (today.toEpochDay() - start.toLocalDate().toEpochDay()) % 7 == 0;
            case MONTHS -> true;
        };
    }
}

package hymio.server.staff;

import hymio.server.results.ResultRow;
import hymio.server.results.Results;
import hymio.server.results.ResultsQuery;
import hymio.server.results.ResultsQuery.By;
import hymio.server.results.ResultsQuery.Grain;
import hymio.wire.Place;
import hymio.wire.TerminalInfo;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the pages read.
 *
 * @param places every location, each after its parent
 * @param terminals every enrolled terminal
 */
public record Figures(
        Results results, Supplier<List<Place>> places, Supplier<List<TerminalInfo>> terminals, InstantSource clock) {
    /** Days of "the last four weeks", today included. */
    static final int DAYS = 28;

    /** Figures of today and of the last four weeks. */
    public record Recent(FaceCounts today, FaceCounts weeks) {
        static final Recent NONE = new Recent(FaceCounts.none(), FaceCounts.none());

        Recent plus(Recent other) {
            return new Recent(today.plus(other.today), weeks.plus(other.weeks));
        }
    }

    PlaceTree tree() {
        return new PlaceTree(places.get());
    }

    /** The day it is at a location. */
    LocalDate today(Place place) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(place.zone()));
    }

    /** Location id → figures, for each location of a branch in the order of the tree. */
    Map<String, Recent> byLocation(Place top) {
        return recent(top, By.LOCATION, ResultRow::location);
    }

    /** Terminal id → figures that it earned in a branch. */
    Map<String, Recent> byTerminal(Place top) {
        return recent(top, By.TERMINAL, row -> row.terminal().orElse(""));
    }

    /** Start of a bar → its figures, for bars with responses. */
    Map<LocalDateTime, FaceCounts> series(Place place, Period period) {
        LocalDate today = today(place);
        Map<LocalDateTime, FaceCounts> series = new LinkedHashMap<>();
        results.rows(new ResultsQuery(place.id(), period.first(today), today, period.grain(), By.BRANCH))
                .forEach(row -> series.put(row.start(), FaceCounts.of(row.counts())));
        return series;
    }

    private Map<String, Recent> recent(Place top, By by, Function<ResultRow, String> key) {
        LocalDate today = today(top);
        Map<String, FaceCounts> now = total(top, today, today, by, key);
        Map<String, Recent> recent = new LinkedHashMap<>();
        total(top, today.minusDays(DAYS - 1), today, by, key)
                .forEach((id, weeks) -> recent.put(id, new Recent(now.getOrDefault(id, weeks.emptied()), weeks)));
        return recent;
    }

    /** A terminal that moved within the branch has several rows; they are added up. */
    private Map<String, FaceCounts> total(
            Place top, LocalDate from, LocalDate to, By by, Function<ResultRow, String> key) {
        Map<String, FaceCounts> totals = new LinkedHashMap<>();
        results.rows(new ResultsQuery(top.id(), from, to, Grain.TOTAL, by))
                .forEach(row -> totals.merge(key.apply(row), FaceCounts.of(row.counts()), FaceCounts::plus));
        return totals;
    }
}

package hymio.server.staff;

import hymio.server.access.Permit;
import hymio.server.results.Report;
import hymio.server.results.ResultRow;
import hymio.server.results.Results;
import hymio.server.results.ResultsQuery;
import hymio.server.results.ResultsQuery.By;
import hymio.server.results.ResultsQuery.Grain;
import hymio.server.tally.Completeness;
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

    /**
     * Figures of today and of the last four weeks.
     *
     * @param arrived how complete those of the four weeks are
     */
    public record Recent(FaceCounts today, FaceCounts weeks, Completeness arrived) {
        static final Recent NONE = new Recent(FaceCounts.none(), FaceCounts.none(), Completeness.NONE);

        Recent plus(Recent other) {
            return new Recent(today.plus(other.today), weeks.plus(other.weeks), arrived.plus(other.arrived));
        }
    }

    /**
     * What a chart shows.
     *
     * @param counts start of a bar → its figures, for bars with responses
     * @param estimated start of a bar → how many presses of it have an estimated time, for bars that have such
     */
    record Series(Map<LocalDateTime, FaceCounts> counts, Map<LocalDateTime, Long> estimated, Completeness arrived) {}

    /** Only what somebody may see. */
    Figures seenBy(Permit permit) {
        return new Figures(
                results,
                () -> places.get().stream()
                        .filter(place -> permit.sees(place.id()))
                        .toList(),
                () -> terminals.get().stream()
                        .filter(terminal -> permit.sees(terminal.location()))
                        .toList(),
                clock);
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

    Series series(Place place, Period period) {
        LocalDate today = today(place);
        Report report =
                results.report(new ResultsQuery(place.id(), period.first(today), today, period.grain(), By.BRANCH));
        Map<LocalDateTime, FaceCounts> counts = new LinkedHashMap<>();
        report.rows().forEach(row -> counts.put(row.start(), FaceCounts.of(row.counts())));
        return new Series(counts, report.estimated(), report.completeness());
    }

    private Map<String, Recent> recent(Place top, By by, Function<ResultRow, String> key) {
        LocalDate today = today(top);
        Map<String, Recent> now = total(top, today, today, by, key);
        Map<String, Recent> recent = total(top, today.minusDays(DAYS - 1), today, by, key);
        recent.replaceAll((id, weeks) -> {
            Recent counted = now.get(id);
            FaceCounts counts = counted == null ? weeks.weeks().emptied() : counted.weeks();
            return new Recent(counts, weeks.weeks(), weeks.arrived());
        });
        return recent;
    }

    /** A terminal that moved within the branch has several rows; they are added up. */
    private Map<String, Recent> total(Place top, LocalDate from, LocalDate to, By by, Function<ResultRow, String> key) {
        Map<String, Recent> totals = new LinkedHashMap<>();
        for (ResultRow row : results.report(new ResultsQuery(top.id(), from, to, Grain.TOTAL, by))
                .rows()) {
            FaceCounts counts = FaceCounts.of(row.counts());
            Recent part =
                    new Recent(counts.emptied(), counts, row.completeness().orElse(Completeness.NONE));
            totals.merge(key.apply(row), part, Recent::plus);
        }
        return totals;
    }
}

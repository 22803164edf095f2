package hymio.server.results;

import hymio.server.db.Db;
import hymio.server.location.LocationStore;
import hymio.server.questionnaire.QuestionnaireStore;
import hymio.server.results.ResultsQuery.By;
import hymio.server.results.ResultsQuery.Grain;
import hymio.server.tally.Completeness;
import hymio.server.tally.Scale;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads figures from the tallies. Thread-safe. */
public final class ResultsStore implements Results {
    private static final long DAY_HOURS = 24;

    private final Db db;
    private final LocationStore locations;
    private final QuestionnaireStore questionnaires;

    public ResultsStore(Db db, LocationStore locations, QuestionnaireStore questionnaires) {
        this.db = db;
        this.locations = locations;
        this.questionnaires = questionnaires;
    }

    @Override
    public Report report(ResultsQuery query) {
        return db.read(handle -> locations
                .find(handle, query.location())
                .map(top -> report(handle, query, top))
                .orElseGet(() -> new Report(List.of(), Completeness.NONE, Map.of())));
    }

    private Report report(Handle handle, ResultsQuery query, LocationStore.Location top) {
        Arrived arrived = arrived(handle, query, top);
        return new Report(rows(handle, query, top, arrived), arrived.all(), estimated(handle, query, top, arrived));
    }

    private static Arrived arrived(Handle handle, ResultsQuery query, LocationStore.Location top) {
        Map<Long, Long> above = new HashMap<>();
        handle.createQuery(ResultsSql.ABOVE)
                .map((row, context) -> above.put(row.getLong(1), row.getLong(2)))
                .forEach(unused -> {});
        Arrived arrived = new Arrived(above);
        days(hours(handle.createQuery(ResultsSql.ARRIVED), query), query)
                .bind("top", top.num())
                .map((row, context) -> {
                    Completeness part =
                            new Completeness(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
                    arrived.add(row.getLong(1), row.getString(2), part);
                    return true;
                })
                .forEach(unused -> {});
        return arrived;
    }

    private static Map<LocalDateTime, Long> estimated(
            Handle handle, ResultsQuery query, LocationStore.Location top, Arrived arrived) {
        Map<LocalDateTime, Long> estimated = new TreeMap<>();
        if (arrived.all().estimated() > 0) {
            hours(handle.createQuery(ResultsSql.ESTIMATED), query)
                    .bind("top", top.num())
                    .map((row, context) ->
                            estimated.merge(Period.ofHour(query, row.getLong(1)).start(), row.getLong(2), Long::sum))
                    .forEach(unused -> {});
        }
        return estimated;
    }

    private static Query days(Query sql, ResultsQuery query) {
        return sql.bind("from", query.from().toEpochDay()).bind("to", query.to().toEpochDay());
    }

    private static Query hours(Query sql, ResultsQuery query) {
        return sql.bind("firstHour", query.from().toEpochDay() * DAY_HOURS)
                .bind("lastHour", (query.to().toEpochDay() + 1) * DAY_HOURS - 1);
    }

    /** What one row is for; names in the order of the rows. */
    private record Name(long location, String id, Optional<String> terminal, Optional<String> question) {}

    private record Key(Name name, Period period) {}

    private List<ResultRow> rows(Handle handle, ResultsQuery query, LocationStore.Location top, Arrived arrived) {
        boolean whole = query.grain() == Grain.TOTAL && query.by() != By.QUESTION;
        Map<Key, Series> series = new LinkedHashMap<>();
        if (query.grain() == Grain.TOTAL) {
            empties(handle, query, top).forEach(name -> series.put(new Key(name, Period.whole(query)), new Series()));
        }
        counted(handle, query, top, series);
        List<ResultRow> rows = new ArrayList<>(series.size());
        Map<Long, Scale> inUse = new HashMap<>();
        series.forEach((key, gathered) -> {
            if (gathered.isEmpty()) {
                gathered.scale(inUse.computeIfAbsent(key.name().location(), num -> facesInUse(handle, num)));
            }
            rows.add(new ResultRow(
                    key.name().id(),
                    key.name().terminal(),
                    key.name().question(),
                    key.name().question().flatMap(unused -> gathered.scale()),
                    key.period().start(),
                    key.period().end(),
                    gathered.counts(),
                    whole
                            ? Optional.of(
                                    arrived.of(key.name().location(), key.name().terminal()))
                            : Optional.empty()));
        });
        return rows;
    }

    /** The scale of a row without responses: what is asked there now. */
    private Scale facesInUse(Handle handle, long location) {
        return Scale.of(questionnaires.inUse(handle, location).questions().getFirst());
    }

    /** The series that have a row even without a response, in order. */
    private List<Name> empties(Handle handle, ResultsQuery query, LocationStore.Location top) {
        return switch (query.by()) {
            case QUESTION -> List.of();
            case BRANCH -> List.of(new Name(top.num(), query.location(), Optional.empty(), Optional.empty()));
            case LOCATION ->
                handle.createQuery(ResultsSql.LOCATIONS)
                        .bind("top", top.num())
                        .map((row, context) ->
                                new Name(row.getLong(1), row.getString(2), Optional.empty(), Optional.empty()))
                        .list();
            case TERMINAL -> terminals(handle, query, top);
        };
    }

    /** Terminals that stood in the branch at some time of the period, or have responses there. */
    private List<Name> terminals(Handle handle, ResultsQuery query, LocationStore.Location top) {
        ZoneId zone = top.zone();
        return days(handle.createQuery(ResultsSql.TERMINALS), query)
                .bind("top", top.num())
                .bind("start", query.from().atStartOfDay(zone).toInstant().toEpochMilli())
                .bind(
                        "end",
                        query.to().plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli())
                .map((row, context) ->
                        new Name(row.getLong(1), row.getString(2), Optional.of(row.getString(3)), Optional.empty()))
                .list();
    }

    private void counted(Handle handle, ResultsQuery query, LocationStore.Location top, Map<Key, Series> series) {
        long unit = query.grain() == Grain.HOUR ? DAY_HOURS : 1;
        Query sql = handle.createQuery(ResultsSql.counts(query.grain(), query.by()))
                .bind("top", top.num())
                .bind("from", query.from().toEpochDay() * unit)
                .bind("to", (query.to().toEpochDay() + 1) * unit - 1);
        sql.map((row, context) -> {
                    Name name = new Name(
                            row.getLong("location"),
                            row.getString("location_id"),
                            query.by() == By.TERMINAL ? Optional.of(row.getString("terminal")) : Optional.empty(),
                            query.by() == By.QUESTION ? Optional.of(row.getString("question")) : Optional.empty());
                    Period period = query.grain() == Grain.TOTAL
                            ? Period.whole(query)
                            : Period.of(query, row.getLong("period"));
                    int options = row.getInt("options");
                    Optional<Scale> scale =
                            Optional.ofNullable(row.getString("kind")).map(kind -> Scale.of(kind, options));
                    series.computeIfAbsent(new Key(name, period), unused -> new Series())
                            .add(row.getInt("option"), row.getLong("n"), scale);
                    return true;
                })
                .forEach(unused -> {});
    }
}

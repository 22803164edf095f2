package hymio.server.results;

import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.location.LocationStore;
import hymio.server.results.ResultsQuery.By;
import hymio.server.results.ResultsQuery.Grain;
import hymio.server.tally.Completeness;
import hymio.wire.Limits;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/results}. */
public final class ResultsApi {
    /** Ten years: the longest stretch of one answer. */
    private static final int DAYS = 3_700;
    /** A bit over a year: by hour, ten years would not fit into one answer. */
    private static final int DAYS_BY_HOUR = 400;

    private final Results results;
    private final LocationStore locations;
    private final Json json;
    private final InstantSource clock;

    public ResultsApi(Results results, LocationStore locations, Json json, InstantSource clock) {
        this.results = results;
        this.locations = locations;
        this.json = json;
        this.clock = clock;
    }

    public void results(Context ctx) {
        Report report = results.report(query(ctx));
        List<Map<String, @Nullable Object>> rows =
                report.rows().stream().map(ResultsApi::row).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("rows", rows);
        answer.put("completeness", fields(report.completeness()));
        json.answer(ctx, 200, answer);
    }

    private ResultsQuery query(Context ctx) {
        String id = ctx.queryParam("location");
        if (id == null || !Limits.isId(id)) {
            throw ProblemException.badValue("location", "must be the id of a location");
        }
        LocationStore.Location top = locations.find(id).orElseThrow(() -> ProblemException.noLocation(id));
        LocalDate today = LocalDate.ofInstant(clock.instant(), top.zone());
        Grain grain = word(ctx, "grain", Grain.TOTAL, List.of(Grain.values()));
        By by = word(ctx, "by", By.BRANCH, List.of(By.LOCATION, By.TERMINAL, By.QUESTION));
        LocalDate from = day(ctx, "from", today);
        LocalDate to = day(ctx, "to", today);
        if (from.isAfter(to)) {
            throw ProblemException.badValue("from", "must not be after to (" + to + ")");
        }
        int most = grain == Grain.HOUR ? DAYS_BY_HOUR : DAYS;
        if (ChronoUnit.DAYS.between(from, to) >= most) {
            throw ProblemException.badValue("to", "must be less than " + most + " days after from");
        }
        return new ResultsQuery(id, from, to, grain, by);
    }

    private static LocalDate day(Context ctx, String parameter, LocalDate otherwise) {
        String text = ctx.queryParam(parameter);
        try {
            LocalDate day = text == null ? otherwise : LocalDate.parse(text);
            if (day.getYear() < 1970 || day.getYear() > 2200) {
                throw ProblemException.badValue(parameter, "must be between 1970 and 2200");
            }
            return day;
        } catch (DateTimeException e) {
            throw ProblemException.badValue(parameter, "must be a day such as 2026-11-22");
        }
    }

    private static <E extends Enum<E>> E word(Context ctx, String parameter, E otherwise, List<E> allowed) {
        String text = ctx.queryParam(parameter);
        if (text == null) {
            return otherwise;
        }
        return allowed.stream()
                .filter(word -> small(word).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.badValue(
                        parameter,
                        "must be one of "
                                + allowed.stream().map(ResultsApi::small).collect(Collectors.joining(", "))));
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** A map and no record, because {@code index} must be null, not absent, without responses. */
    private static Map<String, @Nullable Object> row(ResultRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("location", row.location());
        row.terminal().ifPresent(terminal -> fields.put("terminal", terminal));
        row.question().ifPresent(question -> fields.put("question", question));
        row.scale().ifPresent(scale -> fields.put("kind", scale.word()));
        fields.put("start", row.start().toString());
        fields.put("end", row.end().toString());
        fields.put("options", row.counts().options());
        fields.put("total", row.counts().total());
        fields.put("index", rounded(row.counts().index()));
        row.completeness().ifPresent(completeness -> fields.put("completeness", fields(completeness)));
        return fields;
    }

    private static Map<String, Long> fields(Completeness completeness) {
        Map<String, Long> fields = new LinkedHashMap<>();
        fields.put("pressed", completeness.pressed());
        fields.put("received", completeness.received());
        fields.put("missing", completeness.missing());
        fields.put("conflicting", completeness.conflicting());
        fields.put("estimated", completeness.estimated());
        return fields;
    }

    /** Two decimals, without a tail of nines. */
    private static @Nullable BigDecimal rounded(OptionalDouble index) {
        return index.isEmpty() ? null : BigDecimal.valueOf(index.getAsDouble()).setScale(2, RoundingMode.HALF_UP);
    }
}

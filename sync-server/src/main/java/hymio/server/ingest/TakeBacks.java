package hymio.server.ingest;

import hymio.server.db.Dialect;
import hymio.server.tally.LocalTime;
import hymio.server.tally.Tally;
import hymio.wire.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What take-backs do to the tallies: a response that somebody took back counts nothing, once, whichever of the two came
 * first. A take-back whose response is of another visit, question or option changes nothing. Not thread-safe.
 */
final class TakeBacks {
    private static final String NAMED_IN = "select r.number, q.key, r.option, r.visit, x.takes_back is not null,"
            + " r.question, r.location, r.at, l.zone, x.number is null and not exists ("
            + " select 1 from extra b join response t on t.source = b.source and t.number = b.number"
            + " where b.source = r.source and b.takes_back = r.number and t.question = r.question"
            + " and t.option = r.option and coalesce(t.visit, t.number) = r.visit)"
            + " from response_at r join question q on q.num = r.question join location l on l.num = r.location"
            + " left join extra x on x.source = r.source and x.number = r.number"
            + " where r.source = ? and r.number in (";
    static final String TAKEN = "select x.takes_back, r.question, r.option, coalesce(r.visit, r.number)"
            + " from extra x join response r on r.source = x.source and r.number = x.number"
            + " where x.source = ? and x.takes_back >= ? and x.takes_back <= ?";

    private final Statements sql;
    private final String named;

    TakeBacks(Statements sql, Dialect dialect) {
        this.sql = sql;
        named = NAMED_IN + dialect.numbersOfJson() + ")";
    }

    /** What a take-back and its response have in common. */
    private record Answer(String question, int option, long visit, boolean takesBack) {
        static Answer of(Response response) {
            return new Answer(response.question(), response.option(), response.visit(), TakeBacks.takesBack(response));
        }

        boolean sameAs(Answer other) {
            return question.equals(other.question) && option == other.option && visit == other.visit;
        }
    }

    /**
     * A response that stood before the batch.
     *
     * @param hour local hour of its location
     * @param counted whether the tallies hold it
     */
    record Stood(Answer answer, long question, long location, long hour, boolean counted) {}

    /** A response as its take-back describes it. */
    private record Taken(long number, long question, int option, long visit) {}

    /**
     * Of what stood before: the responses that the batch takes back, and its take-backs that came before; by number.
     */
    Map<Long, Stood> named(long source, List<Response> responses) throws SQLException {
        if (!anyTakesBack(responses)) {
            return Map.of();
        }
        String numbers = responses.stream()
                .filter(TakeBacks::takesBack)
                .flatMap(it -> Stream.of(it.number(), it.extra().takesBack()))
                .map(String::valueOf)
                .collect(Collectors.joining(",", "[", "]"));
        Map<Long, Stood> named = new HashMap<>();
        try (ResultSet row = sql.of(this.named, source, numbers).executeQuery()) {
            while (row.next()) {
                named.put(row.getLong(1), stood(row));
            }
        }
        return named;
    }

    /** Most batches hold none, and must not pay for those that do. */
    private static boolean anyTakesBack(List<Response> responses) {
        for (Response response : responses) {
            if (takesBack(response)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesBack(Response response) {
        return response.extra().takesBack() > 0;
    }

    private static Stood stood(ResultSet row) throws SQLException {
        return new Stood(
                new Answer(row.getString(2), row.getInt(3), row.getLong(4), row.getBoolean(5)),
                row.getLong(6),
                row.getLong(7),
                LocalTime.hour(row.getLong(8), ZoneId.of(row.getString(9))),
                row.getBoolean(10));
    }

    /** Why the batch cannot be stored: a new take-back whose response is there, but is not what it says. */
    static Optional<IngestOutcome.Refused> refusal(List<Response> responses, Map<Long, Stood> named) {
        if (!anyTakesBack(responses)) {
            return Optional.empty();
        }
        Map<Long, Answer> answers = new HashMap<>();
        for (int i = 0; i < responses.size(); i++) {
            Response response = responses.get(i);
            Answer answer = Answer.of(response);
            answers.put(response.number(), answer);
            if (!answer.takesBack() || named.containsKey(response.number())) {
                continue;
            }
            long number = response.extra().takesBack();
            Stood stood = named.get(number);
            Optional<Answer> target = Optional.ofNullable(stood == null ? answers.get(number) : stood.answer());
            Optional<String> why = target.flatMap(it -> why(answer, it));
            if (why.isPresent()) {
                return Optional.of(new IngestOutcome.Refused("responses[" + i + "].takesBack", why.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> why(Answer takeBack, Answer target) {
        if (target.takesBack()) {
            return Optional.of("must not name a response that takes back another");
        }
        return takeBack.sameAs(target)
                ? Optional.empty()
                : Optional.of("must name a response of the same visit, question and option");
    }

    /**
     * Tallies what is new.
     *
     * @param fresh rows of one source just inserted, numbers rising
     * @param named as {@link #named} found it before
     */
    void count(long terminal, List<ResponseRow> fresh, Map<Long, Stood> named, Tally tally) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        Set<Taken> taken = taken(fresh.getFirst(), fresh.getLast());
        Set<Long> done = new HashSet<>();
        for (ResponseRow row : fresh) {
            if (row.counts()) {
                if (taken.isEmpty() || !taken.contains(described(row))) {
                    tally.add(row.location(), row.question(), row.hour(), terminal, row.option());
                }
                continue;
            }
            long number = row.extra().takesBack();
            Stood stood = named.get(number);
            if (stood != null && stood.counted() && done.add(number)) {
                tally.remove(stood.location(), stood.question(), stood.hour(), terminal, row.option());
            }
        }
    }

    /** One look for all rows of a batch, because hardly any was taken back. */
    private Set<Taken> taken(ResponseRow first, ResponseRow last) throws SQLException {
        Set<Taken> taken = new HashSet<>();
        try (ResultSet row =
                sql.of(TAKEN, first.source(), first.number(), last.number()).executeQuery()) {
            while (row.next()) {
                taken.add(new Taken(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4)));
            }
        }
        return taken;
    }

    private static Taken described(ResponseRow row) {
        return new Taken(row.number(), row.question(), row.option(), row.visit());
    }
}

package hymio.server.ingest;

import hymio.server.tally.LocalTime;
import hymio.server.tally.Tally;
import hymio.server.tally.TallyStore;
import hymio.server.terminal.UnitLog;
import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stores batches within one transaction: compares, inserts, gathers the tally, marks the journal. Whoever owns the
 * transaction calls {@link #finish} before the commit. Not thread-safe.
 */
final class IngestBatch implements AutoCloseable {
    private final Connection connection;
    private final Statements sql;
    private final Numbers numbers;
    private final ResponseTable responses;
    private final TakeBacks takeBacks;
    private final UnitLog units;
    private final Tally tally = new Tally();

    IngestBatch(Connection connection) {
        this.connection = connection;
        sql = new Statements(connection);
        numbers = new Numbers(sql);
        responses = new ResponseTable(sql);
        takeBacks = new TakeBacks(sql);
        units = new UnitLog(connection);
    }

    IngestOutcome store(long terminal, Batch batch, Arrival arrival) throws SQLException {
        Optional<Standing> standing = Standing.of(sql, terminal, arrival);
        if (standing.isEmpty()) {
            return new IngestOutcome.Revoked();
        }
        OptionalLong source = numbers.source(batch.journal(), terminal);
        if (source.isEmpty()) {
            return new IngestOutcome.JournalTaken();
        }
        Map<Long, TakeBacks.Stood> named = takeBacks.named(source.getAsLong(), batch.responses());
        Optional<IngestOutcome.Refused> refused = TakeBacks.refusal(batch.responses(), named);
        if (refused.isPresent()) {
            return refused.get();
        }
        List<ResponseRow> rows = rows(batch, source.getAsLong(), standing.get(), arrival);
        List<ResponseRow> fresh = new ArrayList<>(rows.size());
        List<Long> conflicts = insert(rows, fresh, arrival.receivedMillis());
        takeBacks.count(terminal, fresh, named, tally);
        mark(source.getAsLong(), batch.last(), fresh.size());
        if (arrival instanceof Arrival.Now) {
            heard(terminal, batch.heartbeat(), arrival.receivedMillis());
            units.heard(terminal, source.getAsLong(), batch.heartbeat().unit(), arrival.receivedMillis());
        }
        return new IngestOutcome.Stored(settled(batch.responses(), conflicts), conflicts, fresh.size());
    }

    /** Inserts what is new and adds it to {@code fresh}; keeps aside what stands otherwise: the numbers of that. */
    private List<Long> insert(List<ResponseRow> rows, List<ResponseRow> fresh, long receivedMillis)
            throws SQLException {
        int[] inserted = responses.insert(rows);
        List<Long> conflicts = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            ResponseRow row = rows.get(i);
            if (inserted[i] == 1) {
                fresh.add(row);
            } else if (!responses.standsSame(row)) {
                responses.keepAside(row, receivedMillis);
                conflicts.add(row.number());
            }
        }
        return conflicts;
    }

    /** Moves the tallies by all that was stored. */
    void finish() throws SQLException {
        TallyStore.move(connection, tally);
    }

    @Override
    public void close() throws SQLException {
        units.close();
        sql.close();
    }

    private List<ResponseRow> rows(Batch batch, long source, Standing standing, Arrival arrival) throws SQLException {
        List<ResponseRow> rows = new ArrayList<>(batch.responses().size());
        ClockNumbers clocks = new ClockNumbers(numbers, source);
        for (Response response : batch.responses()) {
            EffectiveTime time = EffectiveTime.of(response.time(), batch.sent(), standing.since(), arrival);
            Standing.Place place = standing.at(time.atMillis());
            rows.add(new ResponseRow(
                    source,
                    response.number(),
                    numbers.question(response.question()),
                    response.option(),
                    response.visit(),
                    response.time().uptimeMillis(),
                    clocks.of(response.time()),
                    time,
                    response.time().wallMillis(),
                    place.location(),
                    LocalTime.hour(time.atMillis(), place.zone()),
                    response.extra()));
        }
        return rows;
    }

    private void mark(long source, long last, int fresh) throws SQLException {
        sql.of("update journal set last = max(last, ?), received = received + ? where source = ?", last, fresh, source)
                .executeUpdate();
    }

    private void heard(long terminal, Heartbeat heartbeat, long receivedMillis) throws SQLException {
        sql.of(
                        "update terminal set seen = ?, app = ?, config = ?, pending = ?, problems = ?,"
                                + " refused_config = ?, refused_why = ? where num = ?",
                        receivedMillis,
                        heartbeat.app(),
                        heartbeat.config(),
                        heartbeat.pending(),
                        String.join("\n", heartbeat.problems()),
                        heartbeat.refused().map(Heartbeat.Refusal::config).orElse(""),
                        heartbeat.refused().map(Heartbeat.Refusal::why).orElse(""),
                        terminal)
                .executeUpdate();
    }

    /** The batch's numbers without the conflicts, as ranges. */
    private static List<Receipt.Range> settled(List<Response> responses, List<Long> conflicts) {
        List<Receipt.Range> ranges = new ArrayList<>();
        for (Response response : responses) {
            long number = response.number();
            if (conflicts.contains(number)) {
                continue;
            }
            if (!ranges.isEmpty() && ranges.getLast().last() == number - 1) {
                ranges.set(ranges.size() - 1, new Receipt.Range(ranges.getLast().first(), number));
            } else {
                ranges.add(new Receipt.Range(number, number));
            }
        }
        return ranges;
    }
}

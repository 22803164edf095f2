package hymio.server.ingest;

import hymio.server.db.Dialect;
import hymio.server.tally.ArrivalStore;
import hymio.server.tally.Arrivals;
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
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches within one transaction: compares, inserts, gathers the tally, marks the journal. Whoever owns the
 * transaction calls {@link #finish} before the commit. Not thread-safe.
 */
final class IngestBatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestBatch.class);

    private final Connection connection;
    private final Dialect dialect;
    private final Statements sql;
    private final Numbers numbers;
    private final ResponseTable responses;
    private final TakeBacks takeBacks;
    private final UnitLog units;
    private final StoredMoments moments;
    private final Conflicts conflicts;
    private final Gaps gaps;
    private final Tally tally = new Tally();
    private final Arrivals arrivals = new Arrivals();

    IngestBatch(Connection connection, Dialect dialect) {
        this.dialect = dialect;
        this.connection = connection;
        sql = new Statements(connection);
        numbers = new Numbers(sql);
        responses = new ResponseTable(sql, dialect);
        takeBacks = new TakeBacks(sql, dialect);
        units = new UnitLog(connection);
        moments = new StoredMoments(sql);
        conflicts = new Conflicts(sql, arrivals);
        gaps = new Gaps(sql, arrivals);
    }

    /**
     * Keeps all that follows from these terminals to this transaction: what a batch moves belongs to its terminal, but
     * for the names of questions. Taken in one order, so that two transactions never wait for each other. SQLite has
     * one writer anyway.
     */
    void lock(LongStream terminals) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            sql.of("select num from terminal where num = any(?) order by num for no key update", (Object)
                            terminals.distinct().toArray())
                    .execute();
        }
    }

    IngestOutcome store(long terminal, Batch batch, Arrival arrival) throws SQLException {
        Optional<Standing> standing = Standing.of(sql, terminal, arrival);
        if (standing.isEmpty()) {
            return new IngestOutcome.Revoked();
        }
        Optional<Journal> journal = numbers.journal(batch.journal(), terminal);
        if (journal.isEmpty()) {
            return new IngestOutcome.JournalTaken();
        }
        Map<Long, TakeBacks.Stood> named = takeBacks.named(journal.get().source(), batch.responses());
        Optional<IngestOutcome.Refused> refused = TakeBacks.refusal(batch.responses(), named);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (arrival instanceof Arrival.Now) {
            heard(terminal, batch.heartbeat(), arrival.receivedMillis());
            units.heard(terminal, journal.get().source(), batch.heartbeat().unit(), arrival.receivedMillis());
        }
        return store(new Job(terminal, standing.get(), journal.get(), batch, arrival), named);
    }

    /** A batch that can be stored. */
    private record Job(long terminal, Standing standing, Journal journal, Batch batch, Arrival arrival) {}

    private IngestOutcome store(Job job, Map<Long, TakeBacks.Stood> named) throws SQLException {
        TimeRule rule = new TimeRule(job.batch(), job.arrival(), job.standing().since());
        List<ResponseRow> fresh = new ArrayList<>(job.batch().responses().size());
        List<Long> differing = insert(job, rows(job, rule), fresh);
        takeBacks.count(job.terminal(), fresh, named, tally);
        arrived(job.terminal(), fresh);
        if (!fresh.isEmpty() && rule.disbelieved() > 0) {
            LOG.warn(
                    "Terminal number {} says that its clock is right and sent {} presses from more than five minutes"
                            + " ahead of this server's clock. See which of the two clocks is wrong.",
                    job.terminal(),
                    rule.disbelieved());
        }
        Journal now = job.journal().after(job.batch().last(), fresh.size(), rule.heardMillis());
        mark(now);
        gaps.move(job.journal(), now, job.terminal(), job.standing(), fresh);
        boolean allSent =
                job.batch().heartbeat().pending() <= job.batch().responses().size();
        return new IngestOutcome.Stored(
                settled(job.batch().responses(), differing), differing, gaps.missing(now, allSent), fresh.size());
    }

    /** Inserts what is new and adds it to {@code fresh}; keeps aside what stands otherwise: the numbers of that. */
    private List<Long> insert(Job job, List<ResponseRow> rows, List<ResponseRow> fresh) throws SQLException {
        boolean[] inserted = responses.insert(rows);
        List<Long> differing = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            ResponseRow row = rows.get(i);
            if (inserted[i]) {
                fresh.add(row);
            } else if (!responses.standsSame(row)) {
                conflicts.keepAside(row, job.terminal(), job.arrival().receivedMillis());
                differing.add(row.number());
            }
        }
        return differing;
    }

    /** Rows of one day stand together mostly, and are counted at once. */
    private void arrived(long terminal, List<ResponseRow> fresh) {
        int from = 0;
        for (int i = 0; i < fresh.size(); i++) {
            ResponseRow row = fresh.get(i);
            if (row.time().isEstimated()) {
                arrivals.estimated(row.location(), row.hour(), terminal);
            }
            if (i + 1 == fresh.size() || !row.sameDay(fresh.get(i + 1))) {
                arrivals.received(row.location(), LocalTime.day(row.hour()), terminal, i + 1 - from);
                from = i + 1;
            }
        }
    }

    /** Moves all standing counts by what was stored. */
    void finish() throws SQLException {
        TallyStore.move(connection, tally);
        ArrivalStore.move(connection, arrivals);
    }

    @Override
    public void close() throws SQLException {
        units.close();
        sql.close();
    }

    private List<ResponseRow> rows(Job job, TimeRule rule) throws SQLException {
        long source = job.journal().source();
        List<EffectiveTime> times = rule.times(moments.around(source, rule.unsure()));
        List<ResponseRow> rows = new ArrayList<>(times.size());
        ClockNumbers clocks = new ClockNumbers(numbers, source);
        for (Response response : job.batch().responses()) {
            EffectiveTime time = times.get(rows.size());
            Standing.Place place = job.standing().at(time.atMillis());
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

    private void mark(Journal now) throws SQLException {
        sql.of(
                        "update journal set last = ?, received = ?, heard = ? where source = ?",
                        now.last(),
                        now.received(),
                        now.heardMillis(),
                        now.source())
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
            if (!conflicts.contains(response.number())) {
                Ranges.add(ranges, response.number());
            }
        }
        return ranges;
    }
}

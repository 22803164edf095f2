package hymio.server.ingest;

import hymio.server.tally.Arrivals;
import hymio.server.tally.LocalTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** Keeps aside what comes under a stored number with other content, and counts such numbers. Not thread-safe. */
final class Conflicts {
    private final Statements sql;
    private final Arrivals arrivals;

    Conflicts(Statements sql, Arrivals arrivals) {
        this.sql = sql;
        this.arrivals = arrivals;
    }

    /** @param receivedMillis since 1970 UTC */
    void keepAside(ResponseRow row, long terminal, long receivedMillis) throws SQLException {
        boolean first = isFirst(row);
        sql.of(
                        "insert into conflict (source, number, question, option, visit, uptime, clock,"
                                + " takes_back, misuse, comment, received)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        row.source(),
                        row.number(),
                        row.question(),
                        row.option(),
                        row.visit(),
                        row.uptime(),
                        row.clock(),
                        row.extra().takesBack(),
                        row.extra().misuse(),
                        row.extra().comment(),
                        receivedMillis)
                .executeUpdate();
        if (first) {
            count(row, terminal);
        }
    }

    private boolean isFirst(ResponseRow row) throws SQLException {
        try (ResultSet known = sql.of(
                        "select 1 from conflict where source = ? and number = ? limit 1", row.source(), row.number())
                .executeQuery()) {
            return !known.next();
        }
    }

    /** Where and when the stored response of the number counts. */
    private void count(ResponseRow row, long terminal) throws SQLException {
        try (ResultSet stored = sql.of(
                        "select r.location, r.at, l.zone from response_at r join location l on l.num = r.location"
                                + " where r.source = ? and r.number = ?",
                        row.source(),
                        row.number())
                .executeQuery()) {
            stored.next();
            long hour = LocalTime.hour(stored.getLong(2), ZoneId.of(stored.getString(3)));
            arrivals.conflicting(stored.getLong(1), LocalTime.day(hour), terminal);
        }
    }
}

package hymio.server.ingest;

import hymio.server.db.Dialect;
import hymio.wire.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Stores responses once each. Not thread-safe. */
final class ResponseTable {
    private static final String ESTIMATE = "insert into estimate (source, number, after, before) values (?, ?, ?, ?)";

    private static final String EXTRA =
            "insert into extra (source, number, takes_back, misuse) values (?, ?, nullif(?, 0), nullif(?, 0))";

    private final Statements sql;
    private final InsertResponses responses;

    ResponseTable(Statements sql, Dialect dialect) {
        this.sql = sql;
        responses = InsertResponses.of(sql, dialect);
    }

    /** Inserts what is new: for each row whether it was, or its number stands already. */
    boolean[] insert(List<ResponseRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new boolean[0];
        }
        boolean[] inserted = responses.insert(rows);
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i]) {
                insertExtra(rows.get(i));
            }
        }
        return inserted;
    }

    private void insertExtra(ResponseRow row) throws SQLException {
        EffectiveTime time = row.time();
        if (time.isEstimated()) {
            sql.of(ESTIMATE, row.source(), row.number(), time.afterMillis(), time.beforeMillis())
                    .executeUpdate();
        }
        Response.Extra extra = row.extra();
        if (!row.counts()) {
            sql.of(EXTRA, row.source(), row.number(), extra.takesBack(), extra.misuse())
                    .executeUpdate();
        }
        if (!extra.comment().isEmpty()) {
            sql.of(
                            "insert into comment (source, number, text) values (?, ?, ?)",
                            row.source(),
                            row.number(),
                            extra.comment())
                    .executeUpdate();
        }
    }

    /**
     * Whether the row that stands under the number has the same content. Time and place are the server's, not content.
     */
    boolean standsSame(ResponseRow row) throws SQLException {
        try (ResultSet standing = sql.of(
                        "select r.question, r.option, coalesce(r.visit, r.number), r.uptime, r.clock,"
                                + " coalesce(x.takes_back, 0), coalesce(x.misuse, 0), coalesce(c.text, '')"
                                + " from response r left join extra x using (source, number)"
                                + " left join comment c using (source, number)"
                                + " where r.source = ? and r.number = ?",
                        row.source(),
                        row.number())
                .executeQuery()) {
            return standing.next()
                    && standing.getLong(1) == row.question()
                    && standing.getInt(2) == row.option()
                    && standing.getLong(3) == row.visit()
                    && standing.getLong(4) == row.uptime()
                    && standing.getLong(5) == row.clock()
                    && new Response.Extra(standing.getLong(6), standing.getInt(7), standing.getString(8))
                            .equals(row.extra());
        }
    }
}

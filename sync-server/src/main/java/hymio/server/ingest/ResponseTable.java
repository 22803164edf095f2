package hymio.server.ingest;

import hymio.wire.Response;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Stores responses once each. Not thread-safe. */
final class ResponseTable {
    private static final String INSERT = "insert into response"
            + " (source, number, question, option, visit, uptime, clock, at, quality, location)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String ESTIMATE = "insert into estimate (source, number, after, before) values (?, ?, ?, ?)";

    private static final String EXTRA =
            "insert into extra (source, number, takes_back, misuse) values (?, ?, nullif(?, 0), nullif(?, 0))";

    private final Statements sql;

    ResponseTable(Statements sql) {
        this.sql = sql;
    }

    /** Inserts what is new: for each row 1, or 0 when its number stands already. */
    int[] insert(List<ResponseRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        PreparedStatement insert = sql.of(INSERT);
        for (ResponseRow row : rows) {
            bind(insert, row);
            insert.addBatch();
        }
        int[] inserted = insert.executeBatch();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 1) {
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

    private static void bind(PreparedStatement insert, ResponseRow row) throws SQLException {
        insert.setLong(1, row.source());
        insert.setLong(2, row.number());
        insert.setLong(3, row.question());
        insert.setInt(4, row.option());
        insert.setObject(5, row.visit() == row.number() ? null : (Long) row.visit());
        insert.setLong(6, row.uptime());
        insert.setLong(7, row.clock());
        long at = row.time().atMillis();
        insert.setObject(8, at == row.wallMillis() ? null : (Long) at);
        insert.setInt(9, row.time().quality().code());
        insert.setLong(10, row.location());
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

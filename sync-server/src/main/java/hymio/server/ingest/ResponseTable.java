package hymio.server.ingest;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Stores responses once each, and keeps aside what comes again with other content. Not thread-safe. */
final class ResponseTable {
    private static final String INSERT = "insert into response"
            + " (source, number, question, option, visit, uptime, clock, at, quality, location)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

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
        return insert.executeBatch();
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
                        "select question, option, coalesce(visit, number), uptime, clock from response"
                                + " where source = ? and number = ?",
                        row.source(),
                        row.number())
                .executeQuery()) {
            return standing.next()
                    && standing.getLong(1) == row.question()
                    && standing.getInt(2) == row.option()
                    && standing.getLong(3) == row.visit()
                    && standing.getLong(4) == row.uptime()
                    && standing.getLong(5) == row.clock();
        }
    }

    void keepAside(ResponseRow row, long receivedMillis) throws SQLException {
        sql.of(
                        "insert into conflict (source, number, question, option, visit, uptime, clock, received)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        row.source(),
                        row.number(),
                        row.question(),
                        row.option(),
                        row.visit(),
                        row.uptime(),
                        row.clock(),
                        receivedMillis)
                .executeUpdate();
    }
}

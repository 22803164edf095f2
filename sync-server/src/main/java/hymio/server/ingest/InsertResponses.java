package hymio.server.ingest;

import hymio.server.db.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Inserts those rows of one source whose numbers do not stand, in the way that is quick on a database. */
sealed interface InsertResponses {
    String INTO =
            "insert into response (source, number, question, option, visit, uptime, clock, at, quality, location) ";

    /** For each row whether it is new. */
    boolean[] insert(List<ResponseRow> rows) throws SQLException;

    static InsertResponses of(Statements sql, Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> new OneByOne(sql);
            case POSTGRESQL -> new AtOnce(sql);
        };
    }

    /** Empty where the visit's first response is the row itself. */
    private static @Nullable Long visit(ResponseRow row) {
        return row.visit() == row.number() ? null : (Long) row.visit();
    }

    /** Empty where the response counts when the terminal's wall clock said. */
    private static @Nullable Long at(ResponseRow row) {
        long at = row.time().atMillis();
        return at == row.wallMillis() ? null : (Long) at;
    }

    /** The database runs in this process: each row tells at once whether it was inserted. */
    record OneByOne(Statements sql) implements InsertResponses {
        private static final String INSERT =
                INTO + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (source, number) do nothing";

        @Override
        public boolean[] insert(List<ResponseRow> rows) throws SQLException {
            PreparedStatement insert = sql.of(INSERT);
            for (ResponseRow row : rows) {
                bind(insert, row);
                insert.addBatch();
            }
            int[] counts = insert.executeBatch();
            boolean[] inserted = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) {
                inserted[i] = counts[i] == 1;
            }
            return inserted;
        }

        private static void bind(PreparedStatement insert, ResponseRow row) throws SQLException {
            insert.setLong(1, row.source());
            insert.setLong(2, row.number());
            insert.setLong(3, row.question());
            insert.setInt(4, row.option());
            insert.setObject(5, visit(row));
            insert.setLong(6, row.uptime());
            insert.setLong(7, row.clock());
            insert.setObject(8, at(row));
            insert.setInt(9, row.time().quality().code());
            insert.setLong(10, row.location());
        }
    }

    /** The database is a network away: all rows go in one statement, a column an array. */
    record AtOnce(Statements sql) implements InsertResponses {
        private static final String INSERT = INTO + "select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[],"
                + " ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
                + " on conflict (source, number) do nothing returning number";

        @Override
        public boolean[] insert(List<ResponseRow> rows) throws SQLException {
            Set<Long> fresh = fresh(rows);
            boolean[] inserted = new boolean[rows.size()];
            for (int i = 0; i < inserted.length; i++) {
                inserted[i] = fresh.contains(rows.get(i).number());
            }
            return inserted;
        }

        private Set<Long> fresh(List<ResponseRow> rows) throws SQLException {
            PreparedStatement insert = sql.of(
                    INSERT,
                    rows.getFirst().source(),
                    column(rows, ResponseRow::number),
                    column(rows, ResponseRow::question),
                    column(rows, ResponseRow::option),
                    rows.stream().map(InsertResponses::visit).toArray(Long[]::new),
                    column(rows, ResponseRow::uptime),
                    column(rows, ResponseRow::clock),
                    rows.stream().map(InsertResponses::at).toArray(Long[]::new),
                    column(rows, row -> row.time().quality().code()),
                    column(rows, ResponseRow::location));
            Set<Long> fresh = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    fresh.add(row.getLong(1));
                }
            }
            return fresh;
        }

        private static long[] column(List<ResponseRow> rows, ToLongFunction<ResponseRow> value) {
            return rows.stream().mapToLong(value).toArray();
        }
    }
}

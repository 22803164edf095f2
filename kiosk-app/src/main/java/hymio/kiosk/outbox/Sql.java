package hymio.kiosk.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JDBC in few words. */
final class Sql {
    /** What is done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** How one row is read. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        return list(connection, sql, row -> String.valueOf(row.getString(1))).getFirst();
    }

    /** The first value of the first row; 0 when there is none. */
    static long number(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        List<Long> found = list(connection, sql, row -> row.getLong(1), values);
        return found.isEmpty() ? 0 : found.getFirst();
    }

    /** @return how many rows changed */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> reader, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /**
     * All of it or nothing. By SQLite's own words: the driver's switch of auto-commit cannot be switched back after
     * SQLite has rolled back by itself, as it does on a full disk.
     */
    static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        execute(connection, "begin immediate");
        try {
            T result = work.on(connection);
            execute(connection, "commit");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** The first fault is the one to tell. */
    private static void rollBack(Connection connection, Exception first) {
        try {
            execute(connection, "rollback");
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    private Sql() {}
}

package hymio.server.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Moves the standing counts, within the transaction that stores the responses. */
public final class TallyStore {
    public static void move(Connection connection, Tally tally) throws SQLException {
        move(connection, "tally_hour", "hour", tally.hours());
        move(connection, "tally_day", "day", tally.days());
    }

    /** Moves one table by itself; what is 0 is dropped. */
    static void move(Connection connection, String table, String period, Map<Tally.Key, Long> counts)
            throws SQLException {
        counts.values().removeIf(n -> n == 0);
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement("insert into " + table + " (location, question, "
                + period + ", terminal, option, n) values (?, ?, ?, ?, ?, ?)"
                + " on conflict (location, question, " + period + ", terminal, option) do update set n = " + table
                + ".n + excluded.n")) {
            for (Map.Entry<Tally.Key, Long> count : counts.entrySet()) {
                bind(upsert, count.getKey());
                upsert.setLong(6, count.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        if (counts.values().stream().anyMatch(n -> n < 0)) {
            dropEmpty(connection, table, period, counts);
        }
    }

    /** Where all was taken back, it is as if nobody had ever answered. */
    private static void dropEmpty(Connection connection, String table, String period, Map<Tally.Key, Long> counts)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table
                + " where location = ? and question = ? and " + period
                + " = ? and terminal = ? and option = ? and n = 0")) {
            for (Map.Entry<Tally.Key, Long> count : counts.entrySet()) {
                if (count.getValue() < 0) {
                    bind(delete, count.getKey());
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Tally.Key key) throws SQLException {
        statement.setLong(1, key.location());
        statement.setLong(2, key.question());
        statement.setLong(3, key.period());
        statement.setLong(4, key.terminal());
        statement.setInt(5, key.option());
    }

    private TallyStore() {}
}

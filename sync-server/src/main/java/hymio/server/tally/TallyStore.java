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

    private static void move(Connection connection, String table, String period, Map<Tally.Key, Long> counts)
            throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement("insert into " + table + " (location, question, "
                + period + ", terminal, option, n) values (?, ?, ?, ?, ?, ?)"
                + " on conflict do update set n = n + excluded.n")) {
            for (Map.Entry<Tally.Key, Long> count : counts.entrySet()) {
                Tally.Key key = count.getKey();
                upsert.setLong(1, key.location());
                upsert.setLong(2, key.question());
                upsert.setLong(3, key.period());
                upsert.setLong(4, key.terminal());
                upsert.setInt(5, key.option());
                upsert.setLong(6, count.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private TallyStore() {}
}

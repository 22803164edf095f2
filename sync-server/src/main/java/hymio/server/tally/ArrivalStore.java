package hymio.server.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Moves the standing completeness, within the transaction that stores the responses. */
public final class ArrivalStore {
    private static final String ARRIVED = "insert into tally_arrival"
            + " (location, day, terminal, received, missing, conflicting) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (location, day, terminal) do update set received = tally_arrival.received + excluded.received,"
            + " missing = tally_arrival.missing + excluded.missing,"
            + " conflicting = tally_arrival.conflicting + excluded.conflicting";
    private static final String HEALED = "delete from tally_arrival where location = ? and day = ? and terminal = ?"
            + " and received = 0 and missing = 0 and conflicting = 0";
    private static final String ESTIMATED = "insert into tally_estimated (location, hour, terminal, n)"
            + " values (?, ?, ?, ?) on conflict (location, hour, terminal)"
            + " do update set n = tally_estimated.n + excluded.n";

    public static void move(Connection connection, Arrivals arrivals) throws SQLException {
        Map<Arrivals.Key, Completeness> days = arrivals.days();
        days.values().removeIf(Completeness.NONE::equals);
        arrived(connection, days);
        if (days.values().stream().anyMatch(Completeness::takesAway)) {
            dropEmpty(connection, days);
        }
        estimated(connection, arrivals.estimatedHours());
    }

    private static void arrived(Connection connection, Map<Arrivals.Key, Completeness> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(ARRIVED)) {
            for (Map.Entry<Arrivals.Key, Completeness> day : days.entrySet()) {
                bind(upsert, day.getKey());
                upsert.setLong(4, day.getValue().received());
                upsert.setLong(5, day.getValue().missing());
                upsert.setLong(6, day.getValue().conflicting());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** What was missed on one day may turn out to be of another. */
    private static void dropEmpty(Connection connection, Map<Arrivals.Key, Completeness> days) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(HEALED)) {
            for (Map.Entry<Arrivals.Key, Completeness> day : days.entrySet()) {
                if (day.getValue().takesAway()) {
                    bind(delete, day.getKey());
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private static void estimated(Connection connection, Map<Arrivals.Key, Long> hours) throws SQLException {
        if (hours.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(ESTIMATED)) {
            for (Map.Entry<Arrivals.Key, Long> hour : hours.entrySet()) {
                bind(upsert, hour.getKey());
                upsert.setLong(4, hour.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Arrivals.Key key) throws SQLException {
        statement.setLong(1, key.location());
        statement.setLong(2, key.period());
        statement.setLong(3, key.terminal());
    }

    private ArrivalStore() {}
}

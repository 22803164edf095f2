package hymio.server.db;

import hymio.server.tally.ArrivalStore;
import hymio.server.tally.Arrivals;
import hymio.server.tally.LocalTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Fills {@code gap}, {@code tally_arrival} and {@code tally_estimated} from what an older program has stored. It is no
 * SQL because only Java knows what day it is in a zone.
 */
final class CountArrivals implements JavaMigration {
    private static final String STORED = "select r.source, r.number, r.terminal, r.location, r.at, r.quality = 2,"
            + " exists (select 1 from conflict c where c.source = r.source and c.number = r.number)"
            + " from response_at r order by r.source, r.number";
    /** Of each journal what lies above its highest stored number, and where its terminal stood when it said so. */
    private static final String ABOVE = "select * from (select j.source, coalesce((select max(r.number) from response r"
            + " where r.source = j.source), 0) as highest, j.last, j.terminal, (select a.location from assignment a"
            + " where a.terminal = j.terminal order by a.since > j.heard,"
            + " case when a.since > j.heard then a.since else -a.since end limit 1) as location, j.heard"
            + " from journal j) above where last > highest";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("4.1");
    }

    @Override
    public String getDescription() {
        return "count arrivals";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Arrivals arrivals = new Arrivals();
        try (Gaps gaps = new Gaps(connection, arrivals)) {
            stored(connection, arrivals, gaps);
            above(connection, gaps);
        }
        ArrivalStore.move(connection, arrivals);
    }

    private static void stored(Connection connection, Arrivals arrivals, Gaps gaps) throws SQLException {
        long source = -1;
        long previous = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STORED)) {
            while (row.next()) {
                previous = row.getLong(1) == source ? previous : 0;
                source = row.getLong(1);
                long terminal = row.getLong(3);
                long location = row.getLong(4);
                long hour = gaps.hour(location, row.getLong(5));
                arrivals.received(location, LocalTime.day(hour), terminal, 1);
                if (row.getBoolean(6)) {
                    arrivals.estimated(location, hour, terminal);
                }
                if (row.getBoolean(7)) {
                    arrivals.conflicting(location, LocalTime.day(hour), terminal);
                }
                gaps.add(source, previous + 1, row.getLong(2) - 1, terminal, location, hour);
                previous = row.getLong(2);
            }
        }
    }

    private static void above(Connection connection, Gaps gaps) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ABOVE)) {
            while (row.next()) {
                long location = row.getLong(5);
                long hour = gaps.hour(location, row.getLong(6));
                gaps.add(row.getLong(1), row.getLong(2) + 1, row.getLong(3), row.getLong(4), location, hour);
            }
        }
    }

    private static final class Gaps implements AutoCloseable {
        private final Arrivals arrivals;
        private final Map<Long, ZoneId> zones = new HashMap<>();
        private final PreparedStatement insert;

        Gaps(Connection connection, Arrivals arrivals) throws SQLException {
            this.arrivals = arrivals;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select num, zone from location")) {
                while (row.next()) {
                    zones.put(row.getLong(1), ZoneId.of(row.getString(2)));
                }
            }
            insert = connection.prepareStatement(
                    "insert into gap (source, last, first, location, day) values (?, ?, ?, ?, ?)");
        }

        long hour(long location, long millis) {
            return LocalTime.hour(millis, zones.getOrDefault(location, ZoneId.of("UTC")));
        }

        void add(long source, long first, long last, long terminal, long location, long hour) throws SQLException {
            if (first > last) {
                return;
            }
            insert.setLong(1, source);
            insert.setLong(2, last);
            insert.setLong(3, first);
            insert.setLong(4, location);
            insert.setLong(5, LocalTime.day(hour));
            insert.executeUpdate();
            arrivals.missing(location, LocalTime.day(hour), terminal, last - first + 1);
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}

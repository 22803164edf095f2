package hymio.server.tally;

import hymio.server.tally.CountedAnew.Gap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the standing counts of some terminals with the rows, and puts them right. Within one transaction. */
public final class RecountTallies {
    private final Connection connection;
    private final Terminals terminals;
    private final CountedAnew anew;
    /** What must be added to what stands, by key. */
    private final Map<Tally.Key, Long> hours;

    private final Map<Tally.Key, Long> days;
    private final Arrivals arrivals;
    private final Map<Long, Long> received;
    private final Set<Gap> gaps;

    /**
     * A count that stands otherwise than the rows say.
     *
     * @param what table and key
     */
    public record Difference(String what, String stands, String counted) {}

    private final List<Difference> differences = new ArrayList<>();

    public RecountTallies(Connection connection, Terminals terminals) throws SQLException {
        this.connection = connection;
        this.terminals = terminals;
        anew = new CountedAnew(connection, terminals, zones(connection));
        hours = counts("tally_hour", "hour", anew.tally().hours());
        days = counts("tally_day", "day", anew.tally().days());
        arrivals = arrivals(anew.arrivals());
        received = received();
        gaps = gaps();
    }

    /** Empty when all counts are right. */
    public List<Difference> differences() {
        return differences;
    }

    /** Makes the standing counts what the rows say. */
    public void repair() throws SQLException {
        TallyStore.move(connection, "tally_hour", "hour", hours);
        TallyStore.move(connection, "tally_day", "day", days);
        ArrivalStore.move(connection, arrivals);
        try (PreparedStatement update =
                connection.prepareStatement("update journal set received = ? where source = ?")) {
            for (Map.Entry<Long, Long> right : received.entrySet()) {
                update.setLong(1, right.getValue());
                update.setLong(2, right.getKey());
                update.executeUpdate();
            }
        }
        if (!gaps.equals(anew.gaps())) {
            replaceGaps();
        }
    }

    private void replaceGaps() throws SQLException {
        try (PreparedStatement delete = terminals.in(
                connection,
                "delete from gap where source in (select source from journal where terminal between ? and ?)")) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into gap (source, first, last, location, day) values (?, ?, ?, ?, ?)")) {
            for (Gap gap : anew.gaps()) {
                insert.setLong(1, gap.source());
                insert.setLong(2, gap.first());
                insert.setLong(3, gap.last());
                insert.setLong(4, gap.location());
                insert.setLong(5, gap.day());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Map<Tally.Key, Long> counts(String table, String period, Map<Tally.Key, Long> counted) throws SQLException {
        Map<Tally.Key, Long> standing = new TreeMap<>();
        each(
                "select location, question, " + period + ", terminal, option, n from " + table
                        + " where terminal between ? and ?",
                row -> standing.put(
                        new Tally.Key(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getInt(5)),
                        row.getLong(6)));
        return missing(table, standing, counted);
    }

    private Arrivals arrivals(Arrivals counted) throws SQLException {
        Arrivals standing = new Arrivals();
        each(
                "select location, day, terminal, received, missing, conflicting from tally_arrival"
                        + " where terminal between ? and ?",
                row -> standing.days()
                        .put(
                                new Arrivals.Key(row.getLong(1), row.getLong(2), row.getLong(3)),
                                new Completeness(row.getLong(4), row.getLong(5), row.getLong(6), 0)));
        each(
                "select location, hour, terminal, n from tally_estimated where terminal between ? and ?",
                row -> standing.estimatedHours()
                        .put(new Arrivals.Key(row.getLong(1), row.getLong(2), row.getLong(3)), row.getLong(4)));
        Arrivals missing = new Arrivals();
        missing.estimatedHours()
                .putAll(missing("tally_estimated", standing.estimatedHours(), counted.estimatedHours()));
        Set<Arrivals.Key> keys = new TreeSet<>(standing.days().keySet());
        keys.addAll(counted.days().keySet());
        for (Arrivals.Key key : keys) {
            Completeness stands = standing.days().getOrDefault(key, Completeness.NONE);
            Completeness right = counted.days().getOrDefault(key, Completeness.NONE);
            if (!stands.equals(right)) {
                missing.days().put(key, right.minus(stands));
                differences.add(new Difference("tally_arrival " + key, stands.toString(), right.toString()));
            }
        }
        return missing;
    }

    /** Source → what it must be. */
    private Map<Long, Long> received() throws SQLException {
        Map<Long, Long> wrong = new TreeMap<>();
        each("select source, received from journal where terminal between ? and ?", row -> {
            long right = anew.received().getOrDefault(row.getLong(1), 0L);
            if (right != row.getLong(2)) {
                wrong.put(row.getLong(1), right);
                differences.add(new Difference("journal " + row.getLong(1), row.getString(2), String.valueOf(right)));
            }
        });
        return wrong;
    }

    private Set<Gap> gaps() throws SQLException {
        Set<Gap> standing = new HashSet<>();
        each(
                "select g.source, g.first, g.last, g.location, g.day from gap g join journal j on j.source = g.source"
                        + " where j.terminal between ? and ?",
                row -> standing.add(
                        new Gap(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))));
        for (Gap gap : standing) {
            if (!anew.gaps().contains(gap)) {
                differences.add(new Difference("gap", gap.toString(), "none"));
            }
        }
        for (Gap gap : anew.gaps()) {
            if (!standing.contains(gap)) {
                differences.add(new Difference("gap", "none", gap.toString()));
            }
        }
        return standing;
    }

    /** What must be added to what stands. */
    private <K extends Comparable<K>> Map<K, Long> missing(String table, Map<K, Long> standing, Map<K, Long> counted) {
        Map<K, Long> missing = new TreeMap<>(counted);
        standing.forEach((key, n) -> missing.merge(key, -n, Long::sum));
        missing.values().removeIf(n -> n == 0);
        missing.keySet()
                .forEach(key -> differences.add(new Difference(
                        table + " " + key,
                        String.valueOf(standing.getOrDefault(key, 0L)),
                        String.valueOf(counted.getOrDefault(key, 0L)))));
        return missing;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = terminals.in(connection, sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private static Map<Long, ZoneId> zones(Connection connection) throws SQLException {
        Map<Long, ZoneId> zones = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select num, zone from location")) {
            while (row.next()) {
                zones.put(row.getLong(1), ZoneId.of(row.getString(2)));
            }
        }
        return zones;
    }
}

package hymio.server.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the counts of some terminals must be, counted from the rows. Not thread-safe. */
final class CountedAnew {
    /** As the ingest counts: but for misuse, take-backs, and what one of the same answer takes back. */
    private static final String ROWS = "select r.source, r.number, r.terminal, r.location, r.question, r.option, r.at,"
            + " exists (select 1 from estimate e where e.source = r.source and e.number = r.number),"
            + " exists (select 1 from conflict c where c.source = r.source and c.number = r.number),"
            + " x.number is null and not exists (select 1 from extra b"
            + " join response t on t.source = b.source and t.number = b.number where b.source = r.source"
            + " and b.takes_back = r.number and t.question = r.question and t.option = r.option"
            + " and coalesce(t.visit, t.number) = r.visit)"
            + " from response_at r left join extra x on x.source = r.source and x.number = r.number"
            + " where r.terminal between ? and ? order by r.source, r.number";
    /** Where the terminal stood when it last said how far a journal is. */
    private static final String JOURNALS = "select j.source, j.terminal, j.last, j.heard,"
            + " (select a.location from assignment a where a.terminal = j.terminal order by a.since > j.heard,"
            + " case when a.since > j.heard then a.since else -a.since end limit 1)"
            + " from journal j where j.terminal between ? and ?";

    private final Map<Long, ZoneId> zones;
    private final Tally tally = new Tally();
    private final Arrivals arrivals = new Arrivals();
    private final Map<Long, Long> received = new TreeMap<>();
    private final Map<Long, Long> highest = new TreeMap<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();

    /** Numbers of a journal that are not stored, and where they count. */
    record Gap(long source, long first, long last, long location, long day) {
        long size() {
            return last - first + 1;
        }
    }

    CountedAnew(Connection connection, Terminals terminals, Map<Long, ZoneId> zones) throws SQLException {
        this.zones = zones;
        try (PreparedStatement rows = terminals.in(connection, ROWS);
                ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                count(row);
            }
        }
        try (PreparedStatement journals = terminals.in(connection, JOURNALS);
                ResultSet row = journals.executeQuery()) {
            while (row.next()) {
                countAbove(row);
            }
        }
    }

    private void count(ResultSet row) throws SQLException {
        long source = row.getLong(1);
        long number = row.getLong(2);
        long terminal = row.getLong(3);
        long location = row.getLong(4);
        long hour = hour(location, row.getLong(7));
        long day = LocalTime.day(hour);
        arrivals.received(location, day, terminal, 1);
        if (row.getBoolean(8)) {
            arrivals.estimated(location, hour, terminal);
        }
        if (row.getBoolean(9)) {
            arrivals.conflicting(location, day, terminal);
        }
        if (row.getBoolean(10)) {
            tally.add(location, row.getLong(5), hour, terminal, row.getInt(6));
        }
        miss(new Gap(source, highest.getOrDefault(source, 0L) + 1, number - 1, location, day), terminal);
        highest.put(source, number);
        received.merge(source, 1L, Long::sum);
    }

    private void countAbove(ResultSet row) throws SQLException {
        long source = row.getLong(1);
        long location = row.getLong(5);
        long day = LocalTime.day(hour(location, row.getLong(4)));
        miss(new Gap(source, highest.getOrDefault(source, 0L) + 1, row.getLong(3), location, day), row.getLong(2));
        received.putIfAbsent(source, 0L);
    }

    private void miss(Gap gap, long terminal) {
        if (gap.size() > 0) {
            gaps.add(gap);
            arrivals.missing(gap.location(), gap.day(), terminal, gap.size());
        }
    }

    private long hour(long location, long millis) {
        return LocalTime.hour(millis, zones.getOrDefault(location, ZoneId.of("UTC")));
    }

    Tally tally() {
        return tally;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Source → rows. */
    Map<Long, Long> received() {
        return received;
    }

    Set<Gap> gaps() {
        return gaps;
    }
}

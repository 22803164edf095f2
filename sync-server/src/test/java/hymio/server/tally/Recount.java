package hymio.server.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Counts every response anew, by another way than the server's: the standing counts must always equal this. */
public final class Recount {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    public static Map<List<Object>, Long> anew(Handle handle) {
        Set<List<Long>> takenBack = takenBack(handle);
        Map<List<Object>, Long> counts = new HashMap<>();
        handle.createQuery("select r.*, l.zone from response_at r join location l on l.num = r.location"
                        + " where not exists (select 1 from extra x where x.source = r.source and x.number = r.number)")
                .map((row, context) -> {
                    if (takenBack.contains(identity(row, row.getLong("number")))) {
                        return false;
                    }
                    LocalDateTime local = LocalDateTime.ofInstant(
                            Instant.ofEpochMilli(row.getLong("at")), ZoneId.of(row.getString("zone")));
                    count(counts, "hour", row, ChronoUnit.HOURS.between(EPOCH, local.truncatedTo(ChronoUnit.HOURS)));
                    count(counts, "day", row, local.toLocalDate().toEpochDay());
                    return true;
                })
                .list();
        return counts;
    }

    /** What take-backs name, whether or not there is such a response. */
    private static Set<List<Long>> takenBack(Handle handle) {
        return handle.createQuery("select r.*, x.takes_back from response_at r join extra x using (source, number)"
                        + " where x.takes_back is not null")
                .map((row, context) -> identity(row, row.getLong("takes_back")))
                .set();
    }

    private static List<Long> identity(ResultSet row, long number) throws SQLException {
        return List.of(
                row.getLong("source"), number, row.getLong("visit"), row.getLong("question"), row.getLong("option"));
    }

    private static void count(Map<List<Object>, Long> counts, String table, ResultSet row, long period)
            throws SQLException {
        counts.merge(
                List.of(
                        table,
                        row.getLong("location"),
                        row.getLong("question"),
                        period,
                        row.getLong("terminal"),
                        row.getLong("option")),
                1L,
                Long::sum);
    }

    public static Map<List<Object>, Long> standing(Handle handle) {
        Map<List<Object>, Long> counts = new HashMap<>();
        handle.createQuery(
                        "select 'hour' as name, location, question, hour as period, terminal, option, n from tally_hour"
                                + " union all select 'day', location, question, day, terminal, option, n from tally_day")
                .map((row, context) -> counts.put(
                        List.of(
                                row.getString("name"),
                                row.getLong("location"),
                                row.getLong("question"),
                                row.getLong("period"),
                                row.getLong("terminal"),
                                row.getLong("option")),
                        row.getLong("n")))
                .list();
        return counts;
    }

    private Recount() {}
}

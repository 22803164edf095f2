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
        arrivals(handle, counts);
        missing(handle, counts);
        return counts;
    }

    private static void arrivals(Handle handle, Map<List<Object>, Long> counts) {
        handle.createQuery("select r.*, l.zone, exists (select 1 from conflict c where c.source = r.source"
                        + " and c.number = r.number) as conflicting, exists (select 1 from estimate e"
                        + " where e.source = r.source and e.number = r.number and r.at between e.after and e.before)"
                        + " as estimated from response_at r join location l on l.num = r.location")
                .map((row, context) -> {
                    LocalDateTime local = LocalDateTime.ofInstant(
                            Instant.ofEpochMilli(row.getLong("at")), ZoneId.of(row.getString("zone")));
                    long day = local.toLocalDate().toEpochDay();
                    arrived(counts, "received", row.getLong("location"), day, row.getLong("terminal"), 1);
                    if (row.getBoolean("conflicting")) {
                        arrived(counts, "conflicting", row.getLong("location"), day, row.getLong("terminal"), 1);
                    }
                    if (row.getBoolean("estimated")) {
                        long hour = ChronoUnit.HOURS.between(EPOCH, local.truncatedTo(ChronoUnit.HOURS));
                        arrived(counts, "estimated", row.getLong("location"), hour, row.getLong("terminal"), 1);
                    }
                    return true;
                })
                .list();
    }

    /** Each missing number by itself, at the next number that is stored, else where the journal was last heard of. */
    private static void missing(Handle handle, Map<List<Object>, Long> counts) {
        handle.createQuery("with recursive numbers (source, number) as (select source, last from journal where last > 0"
                        + " union all select source, number - 1 from numbers where number > 1)"
                        + " select j.terminal, l.num as location, l.zone, coalesce((select r.at from response_at r"
                        + " where r.source = n.source and r.number > n.number order by r.number limit 1), j.heard)"
                        + " as moment from numbers n join journal j on j.source = n.source"
                        + " join location l on l.num = coalesce((select r.location from response r"
                        + " where r.source = n.source and r.number > n.number order by r.number limit 1),"
                        + " (select a.location from assignment a where a.terminal = j.terminal and a.since <= j.heard"
                        + " order by a.since desc limit 1))"
                        + " where not exists (select 1 from response r where r.source = n.source"
                        + " and r.number = n.number)")
                .map((row, context) -> {
                    long day = LocalDateTime.ofInstant(
                                    Instant.ofEpochMilli(row.getLong("moment")), ZoneId.of(row.getString("zone")))
                            .toLocalDate()
                            .toEpochDay();
                    arrived(counts, "missing", row.getLong("location"), day, row.getLong("terminal"), 1);
                    return true;
                })
                .list();
    }

    private static void arrived(
            Map<List<Object>, Long> counts, String what, long location, long period, long terminal, long n) {
        if (n != 0) {
            counts.merge(List.of(what, location, period, terminal), n, Long::sum);
        }
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
        handle.createQuery("select * from tally_arrival")
                .map((row, context) -> {
                    for (String what : List.of("received", "missing", "conflicting")) {
                        arrived(
                                counts,
                                what,
                                row.getLong("location"),
                                row.getLong("day"),
                                row.getLong("terminal"),
                                row.getLong(what));
                    }
                    return true;
                })
                .list();
        handle.createQuery("select * from tally_estimated")
                .map((row, context) -> {
                    arrived(
                            counts,
                            "estimated",
                            row.getLong("location"),
                            row.getLong("hour"),
                            row.getLong("terminal"),
                            row.getLong("n"));
                    return true;
                })
                .list();
        return counts;
    }

    private Recount() {}
}

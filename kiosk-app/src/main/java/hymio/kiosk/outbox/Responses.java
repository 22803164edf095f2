package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The SQL of the table of responses. */
final class Responses {
    /** More responses than one terminal can take in a day: one a second. */
    private static final int DAY = 86_400;

    private static final String INSERT =
            "insert into response(key, visit, question, option, boot, uptime, offset, trusted, takes_back, misuse,"
                    + " comment) values (?, nullif(?, 0), ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), nullif(?, ''))";

    /**
     * A response that has no number yet.
     *
     * @param visit number of the visit's first response; 0: this is it
     */
    record Entry(long visit, String question, int option, PressTime time, Response.Extra extra) {}

    static void insert(Connection writer, long key, Entry entry) throws SQLException {
        PressTime time = entry.time();
        Sql.update(
                writer,
                INSERT,
                key,
                entry.visit(),
                entry.question(),
                entry.option(),
                time.boot().toString(),
                time.uptimeMillis(),
                time.offsetMillis(),
                time.trusted() ? 1 : 0,
                entry.extra().takesBack(),
                entry.extra().misuse(),
                entry.extra().comment());
    }

    /** @return keys, at most one: the oldest that is pending after this one */
    static List<Long> oldestPending(Connection reader, long afterKey) throws SQLException {
        return Sql.list(
                reader,
                "select key from response where state = " + State.PENDING + " and key > ? order by key limit 1",
                row -> row.getLong(1),
                afterKey);
    }

    static List<Response> pending(Connection reader, long firstKey, long lastKey, int max) throws SQLException {
        return Sql.list(
                reader,
                "select key, visit, question, option, boot, uptime, offset, trusted, takes_back, misuse, comment"
                        + " from response where state = " + State.PENDING
                        + " and key between ? and ? order by key limit ?",
                Responses::response,
                firstKey,
                lastKey,
                max);
    }

    static long count(Connection reader, int state) throws SQLException {
        return Sql.number(reader, "select count(*) from response where state = " + state);
    }

    /** @return how many pending ones this settled */
    static int settle(Connection writer, int place, Receipt.Range range) throws SQLException {
        return Sql.update(
                writer,
                "update response set state = " + State.SETTLED + " where key between ? and ? and state = "
                        + State.PENDING,
                Key.of(place, range.first()),
                Key.of(place, range.last()));
    }

    /** @return 1, or 0 when it was not pending */
    static int mark(Connection writer, long key, int state, String why) throws SQLException {
        return Sql.update(
                writer,
                "update response set state = ?, why = ? where key = ? and state = " + State.PENDING,
                state,
                why,
                key);
    }

    /** @return how many settled ones wait again, at most so many */
    static int sendAgain(Connection writer, int place, Receipt.Range range, int max) throws SQLException {
        return Sql.update(
                writer,
                "update response set state = " + State.PENDING
                        + " where key in (select key from response where key between ? and ? and state = "
                        + State.SETTLED + " order by key limit ?)",
                Key.of(place, range.first()),
                Key.of(place, range.last()),
                max);
    }

    /** As {@link Outbox#counted}. What was copied into another journal counts there. */
    static Map<Integer, Long> counted(Connection reader, String question, long fromMillis, long toMillis, PressTime now)
            throws SQLException {
        String sql = "with newest as materialized (select * from response order by key desc limit " + DAY + ")"
                + " select option, count(*) from newest where question = ? and takes_back is null and misuse is null"
                + " and uptime + iif(boot = ?, ?, offset) between ? and ?"
                + " and not (state = " + State.ASIDE + " and copy is not null)"
                + " and key not in (select key - (key & ?) + takes_back from newest where takes_back is not null)"
                + " group by option";
        Map<Integer, Long> counts = new TreeMap<>();
        Sql.list(
                reader,
                sql,
                row -> counts.put(row.getInt(1), row.getLong(2)),
                question,
                now.boot().toString(),
                now.offsetMillis(),
                fromMillis,
                toMillis - 1,
                Key.number(-1));
        return counts;
    }

    private static Response response(ResultSet row) throws SQLException {
        long number = Key.number(row.getLong("key"));
        long visit = row.getLong("visit");
        PressTime time = new PressTime(
                UUID.fromString(row.getString("boot")),
                row.getLong("uptime"),
                row.getLong("offset"),
                row.getBoolean("trusted"));
        String comment = row.getString("comment");
        Response.Extra extra =
                new Response.Extra(row.getLong("takes_back"), row.getInt("misuse"), comment == null ? "" : comment);
        return new Response(
                number, visit == 0 ? number : visit, row.getString("question"), row.getInt("option"), time, extra);
    }

    private Responses() {}
}

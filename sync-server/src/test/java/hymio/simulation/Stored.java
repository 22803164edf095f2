package hymio.simulation;

import hymio.server.db.Db;
import hymio.simulation.Truth.Content;
import hymio.wire.Receipt;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What the server's database holds, read from its tables. */
final class Stored {
    private static final String CONTENT = "j.journal, r.number, c.boot, r.uptime, q.key, r.option, ";
    private static final String NAMES = " join journal j on j.source = r.source join question q on q.num = r.question"
            + " join clock c on c.source = r.source and c.clock = r.clock";

    /**
     * A response as stored.
     *
     * @param quality 0 trusted, 1 re-timed, 2 estimated
     * @param after it was pressed after this, and
     * @param before before this, milliseconds since 1970 UTC; of an estimated time only, else both are the time itself
     */
    record Row(UUID journal, long number, Content content, long atMillis, int quality, long after, long before) {}

    /** @param received rows that the server believes to have of it */
    record Journal(UUID journal, String terminal, long last, long received) {}

    static List<Row> responses(Db db) {
        return db.read(handle -> handle.createQuery("select " + CONTENT
                        + " coalesce(x.takes_back, 0), coalesce(x.misuse, 0), coalesce(m.text, ''),"
                        + " coalesce(r.at, c.offset_millis + r.uptime), r.quality,"
                        + " coalesce(e.after, r.at, c.offset_millis + r.uptime),"
                        + " coalesce(e.before, r.at, c.offset_millis + r.uptime) from response r" + NAMES
                        + " left join extra x on x.source = r.source and x.number = r.number"
                        + " left join estimate e on e.source = r.source and e.number = r.number"
                        + " left join comment m on m.source = r.source and m.number = r.number"
                        + " order by r.source, r.number")
                .map((row, context) -> new Row(
                        uuid(row, 1),
                        row.getLong(2),
                        content(row),
                        row.getLong(10),
                        row.getInt(11),
                        row.getLong(12),
                        row.getLong(13)))
                .list());
    }

    /** What came under a number that stood already with other content. */
    static List<Content> conflicts(Db db) {
        return db.read(handle -> handle.createQuery("select " + CONTENT
                        + " r.takes_back, r.misuse, r.comment from conflict r" + NAMES
                        + " order by r.source, r.number, r.uptime")
                .map((row, context) -> content(row))
                .list());
    }

    static List<Journal> journals(Db db) {
        return db.read(handle -> handle.createQuery("select j.journal, t.id, j.last, j.received from journal j"
                        + " join terminal t on t.num = j.terminal order by j.source")
                .map((row, context) -> new Journal(uuid(row, 1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list());
    }

    /** How many numbers of a range are committed. */
    static long count(Db db, UUID journal, Receipt.Range range) {
        return db.read(handle -> handle.createQuery("select count(*) from response where number between ? and ?"
                        + " and source = (select source from journal where journal = ?)")
                .bind(0, range.first())
                .bind(1, range.last())
                .bind(2, bytes(journal))
                .mapTo(Long.class)
                .one());
    }

    static long one(Db db, String sql) {
        return db.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** How large the database is. */
    static long pages(Db db) {
        return one(db, "pragma page_count");
    }

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(
                uuid(row, 3),
                row.getLong(4),
                row.getString(5),
                row.getInt(6),
                row.getLong(7) > 0,
                row.getInt(8),
                row.getString(9));
    }

    private Stored() {}
}

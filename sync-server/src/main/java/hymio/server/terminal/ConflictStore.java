package hymio.server.terminal;

import hymio.server.db.Db;
import hymio.wire.Conflict;
import hymio.wire.ConflictList;
import hymio.wire.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads what came a second time with other content. Thread-safe. */
public final class ConflictStore {
    private static final String FROM =
            " from conflict c join journal j on j.source = c.source" + " join terminal t on t.num = j.terminal";
    private static final String WHERE = " where t.id = :terminal";
    private static final String NEWEST = "select j.journal, c.number, c.received,"
            + " hq.key as h_question, h.option as h_option, coalesce(h.visit, h.number) as h_visit,"
            + " h.uptime + hc.offset_millis as h_pressed, h.clock as h_clock,"
            + " coalesce(he.takes_back, 0) as h_takes_back, coalesce(he.misuse, 0) as h_misuse,"
            + " coalesce(hm.text, '') as h_comment,"
            + " aq.key as a_question, c.option as a_option, c.visit as a_visit,"
            + " c.uptime + ac.offset_millis as a_pressed, c.clock as a_clock, c.takes_back as a_takes_back,"
            + " c.misuse as a_misuse, c.comment as a_comment"
            + FROM
            + " join response h on h.source = c.source and h.number = c.number"
            + " join clock hc on hc.source = h.source and hc.clock = h.clock"
            + " join clock ac on ac.source = c.source and ac.clock = c.clock"
            + " join question hq on hq.num = h.question join question aq on aq.num = c.question"
            + " left join extra he on he.source = h.source and he.number = h.number"
            + " left join comment hm on hm.source = h.source and hm.number = h.number"
            + WHERE
            + " order by c.received desc, c.source desc, c.number desc limit :most";

    private final Db db;

    public ConflictStore(Db db) {
        this.db = db;
    }

    /** The newest conflicts; empty when there is no such terminal. */
    public Optional<ConflictList> newest(String terminal) {
        return db.read(handle ->
                exists(handle, terminal) ? Optional.of(newest(handle, terminal)) : Optional.<ConflictList>empty());
    }

    private static boolean exists(Handle handle, String terminal) {
        return handle.createQuery("select exists (select 1 from terminal where id = ?)")
                .bind(0, terminal)
                .mapTo(Boolean.class)
                .one();
    }

    private static ConflictList newest(Handle handle, String terminal) {
        List<Conflict> newest = handle.createQuery(NEWEST)
                .bind("terminal", terminal)
                .bind("most", Limits.CONFLICTS)
                .map((row, context) -> conflict(row))
                .list();
        long total = handle.createQuery("select count(*)" + FROM + WHERE)
                .bind("terminal", terminal)
                .mapTo(Long.class)
                .one();
        return new ConflictList(newest, total);
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                UnitHistory.uuid(row.getBytes("journal")),
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("received")).toString(),
                version(row, "h_"),
                version(row, "a_"),
                differs(row));
    }

    private static Conflict.Version version(ResultSet row, String side) throws SQLException {
        return new Conflict.Version(
                row.getString(side + "question"),
                row.getInt(side + "option"),
                row.getLong(side + "visit"),
                Instant.ofEpochMilli(row.getLong(side + "pressed")).toString(),
                row.getLong(side + "takes_back"),
                row.getInt(side + "misuse"));
    }

    private static List<String> differs(ResultSet row) throws SQLException {
        return Stream.of(
                        differs(row, "question", "question"),
                        differs(row, "option", "option"),
                        differs(row, "visit", "visit"),
                        Stream.concat(differs(row, "pressed", "time"), differs(row, "clock", "time")),
                        differs(row, "takes_back", "takesBack"),
                        differs(row, "misuse", "misuse"),
                        differs(row, "comment", "comment"))
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    private static Stream<String> differs(ResultSet row, String column, String word) throws SQLException {
        return row.getString("h_" + column).equals(row.getString("a_" + column)) ? Stream.empty() : Stream.of(word);
    }
}

package hymio.server.terminal;

import hymio.server.access.Secrets;
import hymio.server.db.Db;
import hymio.wire.Heartbeat;
import hymio.wire.TerminalInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Enrolled terminals: their secrets, where they stand, and what they last said of themselves. Thread-safe. */
public final class TerminalStore {
    private final Db db;
    private final InstantSource clock;

    public TerminalStore(Db db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What came of {@link #signIn}. */
    public sealed interface SignIn {
        record Known(Terminal terminal) implements SignIn {}

        record Revoked() implements SignIn {}

        /** No such terminal, or a wrong secret: the caller never learns which. */
        record Unknown() implements SignIn {}
    }

    /** @param credentials {@code <terminal id>.<secret>} */
    public SignIn signIn(String credentials) {
        int dot = credentials.indexOf('.');
        if (dot < 0) {
            return new SignIn.Unknown();
        }
        return db.<Optional<Row>, RuntimeException>read(handle -> find(handle, credentials.substring(0, dot)))
                .filter(row -> Secrets.matches(credentials.substring(dot + 1), row.secretHash()))
                .map(row -> row.revoked() ? new SignIn.Revoked() : new SignIn.Known(row.terminal()))
                .orElseGet(SignIn.Unknown::new);
    }

    /** Every terminal, revoked ones too, by name. */
    public List<TerminalInfo> list() {
        return db.read(handle -> handle.createQuery("select t.*, l.id as location_id,"
                        + " coalesce(j.minted, 0) as minted, coalesce(j.received, 0) as received,"
                        + " coalesce(c.conflicts, 0) as conflicts"
                        + " from terminal t join location l on l.num = " + locationNow("t.num")
                        + " left join (select terminal, sum(last) as minted, sum(received) as received"
                        + "  from journal group by terminal) j on j.terminal = t.num"
                        + " left join (select j.terminal, count(distinct c.source || ' ' || c.number) as conflicts"
                        + "  from conflict c join journal j on j.source = c.source group by j.terminal) c"
                        + "  on c.terminal = t.num"
                        + " order by t.name, t.id")
                .bind("now", clock.millis())
                .map((row, context) -> info(row))
                .list());
    }

    /** Refuses the terminal from now on; false when there is none of this id. What it sent before stays. */
    public boolean revoke(String id) {
        return db.<Integer, RuntimeException>write(handle -> handle.execute(
                        "update terminal set revoked = coalesce(revoked, ?) where id = ?", clock.millis(), id))
                == 1;
    }

    /** Adds a terminal that stands at a location from now on; false when the id stands already. */
    boolean add(Handle handle, String id, String name, byte[] secretHash, long location) {
        int added = handle.createUpdate("insert into terminal (id, name, secret, enrolled)"
                        + " values (:id, :name, :secret, :now) on conflict (id) do nothing")
                .bind("id", id)
                .bind("name", name)
                .bind("secret", secretHash)
                .bind("now", clock.millis())
                .execute();
        if (added == 1) {
            handle.execute(
                    "insert into assignment (terminal, since, location)"
                            + " select num, enrolled, ? from terminal where id = ?",
                    location,
                    id);
        }
        return added == 1;
    }

    /** A terminal with what only this package may see. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(Terminal terminal, byte[] secretHash, boolean revoked) {}

    Optional<Row> find(Handle handle, String id) {
        return find(handle, "t.id = :key", id);
    }

    Row byNumber(Handle handle, long num) {
        return find(handle, "t.num = :key", num).orElseThrow();
    }

    private Optional<Row> find(Handle handle, String where, Object key) {
        return handle.createQuery("select t.num, t.id, t.name, t.secret, t.revoked is not null as revoked, "
                        + locationNow("t.num") + " as location from terminal t where " + where)
                .bind("key", key)
                .bind("now", clock.millis())
                .map((row, context) -> new Row(
                        new Terminal(
                                row.getLong("num"),
                                row.getString("id"),
                                row.getString("name"),
                                row.getLong("location")),
                        row.getBytes("secret"),
                        row.getBoolean("revoked")))
                .findOne();
    }

    /** The last assignment that began, else (the server's clock went back) the first. */
    private static String locationNow(String terminal) {
        return "(select a.location from assignment a where a.terminal = " + terminal
                + " order by a.since > :now, case when a.since > :now then a.since else -a.since end limit 1)";
    }

    private static TerminalInfo info(ResultSet row) throws SQLException {
        long seen = row.getLong("seen");
        String lastSeen = row.wasNull() ? "" : Instant.ofEpochMilli(seen).toString();
        return new TerminalInfo(
                row.getString("id"),
                row.getString("name"),
                row.getString("location_id"),
                Instant.ofEpochMilli(row.getLong("enrolled")).toString(),
                lastSeen,
                row.getObject("revoked") != null,
                row.getLong("minted"),
                row.getLong("received"),
                row.getLong("conflicts"),
                row.getLong("pending"),
                row.getString("app"),
                row.getString("problems").lines().toList(),
                refusal(row));
    }

    private static Optional<Heartbeat.Refusal> refusal(ResultSet row) throws SQLException {
        String config = row.getString("refused_config");
        return config.isEmpty()
                ? Optional.empty()
                : Optional.of(new Heartbeat.Refusal(config, row.getString("refused_why")));
    }
}

package hymio.server.terminal;

import hymio.server.access.Secrets;
import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import hymio.wire.Heartbeat;
import hymio.wire.TerminalInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

        /** It was this terminal until another machine took over by an enrolment. */
        record Replaced() implements SignIn {}

        /** No such terminal, or a wrong secret: the caller never learns which. */
        record Unknown() implements SignIn {}
    }

    /** @param credentials {@code <terminal id>.<secret>} */
    public SignIn signIn(String credentials) {
        int dot = credentials.indexOf('.');
        if (dot < 0) {
            return new SignIn.Unknown();
        }
        String secret = credentials.substring(dot + 1);
        return db.<SignIn, RuntimeException>read(handle -> find(handle, credentials.substring(0, dot))
                .map(row -> signIn(handle, row, secret))
                .orElseGet(SignIn.Unknown::new));
    }

    private static SignIn signIn(Handle handle, Row row, String secret) {
        if (Secrets.matches(secret, row.secretHash())) {
            return row.revoked() ? new SignIn.Revoked() : new SignIn.Known(row.terminal());
        }
        return hadSecret(handle, row, secret) ? new SignIn.Replaced() : new SignIn.Unknown();
    }

    /** Whether the secret is one that the terminal has, or had before another machine took over. */
    static boolean hadSecret(Handle handle, Row row, String secret) {
        return hashes(handle, row.terminal().num()).stream().anyMatch(hash -> Secrets.matches(secret, hash));
    }

    /**
     * A terminal and all it ever signed with.
     *
     * @param secretHashes SHA-256 of each secret, the newest first
     */
    public record Signer(Terminal terminal, List<byte[]> secretHashes) {}

    /** Who signs with which secrets, revoked or not; empty when there is no such terminal. */
    public Optional<Signer> signer(String id) {
        return db.read(handle -> find(handle, id)
                .map(row ->
                        new Signer(row.terminal(), hashes(handle, row.terminal().num()))));
    }

    private static List<byte[]> hashes(Handle handle, long terminal) {
        return handle.createQuery("select secret from enrolment where terminal = ? order by number desc")
                .bind(0, terminal)
                .mapTo(byte[].class)
                .list();
    }

    /** Every terminal, revoked ones too, by name. */
    public List<TerminalInfo> list() {
        return db.read(handle -> list(handle, UnitHistory.all(handle, clock.millis())));
    }

    private List<TerminalInfo> list(Handle handle, Map<Long, UnitHistory> units) {
        return handle.createQuery("select t.*, l.id as location_id,"
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
                .map((row, context) -> info(row, units))
                .list();
    }

    /** Refuses the terminal from now on; false when there is none of this id. What it sent before stays. */
    public boolean revoke(String id, Author by) {
        return db.write(handle -> {
            Optional<Row> row = find(handle, id);
            row.filter(it -> !it.revoked()).ifPresent(it -> {
                handle.execute(
                        "update terminal set revoked = ? where num = ?",
                        clock.millis(),
                        it.terminal().num());
                String location = location(handle, it.terminal());
                AuditLog.note(
                        handle,
                        by,
                        Change.made(
                                What.TERMINAL_REVOKE,
                                id,
                                location,
                                it.terminal().name()));
            });
            return row.isPresent();
        });
    }

    /** Id of the location where a terminal stands now; empty when there is no such terminal. */
    public Optional<String> placeOf(String id) {
        return db.read(handle -> find(handle, id).map(row -> location(handle, row.terminal())));
    }

    private static String location(Handle handle, Terminal terminal) {
        return handle.createQuery("select id from location where num = ?")
                .bind(0, terminal.location())
                .mapTo(String.class)
                .one();
    }

    /** Adds a terminal that stands at a location from now on; false when the id stands already. */
    boolean add(Handle handle, String id, String name, byte[] secretHash, long location) {
        Optional<Long> added = handle.createQuery("insert into terminal (id, name, enrolled)"
                        + " values (:id, :name, :now) on conflict (id) do nothing returning num")
                .bind("id", id)
                .bind("name", name)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .findOne();
        added.ifPresent(num -> {
            enrol(handle, num, secretHash);
            handle.execute(
                    "insert into assignment (terminal, since, location) values (?, ?, ?)",
                    num,
                    clock.millis(),
                    location);
        });
        return added.isPresent();
    }

    /** From now on the terminal has this secret, and no other one signs in; bundles of those before are still taken. */
    void enrol(Handle handle, long terminal, byte[] secretHash) {
        handle.createUpdate("insert into enrolment (terminal, number, since, secret)"
                        + " select :terminal, coalesce(max(number) + 1, 0), :now, :secret"
                        + " from enrolment where terminal = :terminal")
                .bind("terminal", terminal)
                .bind("now", clock.millis())
                .bind("secret", secretHash)
                .execute();
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
        return handle.createQuery("select t.num, t.id, t.name, t.revoked is not null as revoked,"
                        + " (select secret from enrolment where terminal = t.num order by number desc limit 1)"
                        + " as secret, "
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

    private static TerminalInfo info(ResultSet row, Map<Long, UnitHistory> all) throws SQLException {
        long seen = row.getLong("seen");
        String lastSeen = row.wasNull() ? "" : Instant.ofEpochMilli(seen).toString();
        UnitHistory units = Objects.requireNonNull(all.get(row.getLong("num")));
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
                refusal(row),
                units.units(),
                units.copied(),
                List.of());
    }

    private static Optional<Heartbeat.Refusal> refusal(ResultSet row) throws SQLException {
        String config = row.getString("refused_config");
        return config.isEmpty()
                ? Optional.empty()
                : Optional.of(new Heartbeat.Refusal(config, row.getString("refused_why")));
    }
}

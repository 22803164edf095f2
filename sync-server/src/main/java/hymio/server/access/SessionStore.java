package hymio.server.access;

import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import hymio.server.db.StorageFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is signed in, in which browser. Only hashes of the ids are kept. Thread-safe. */
public final class SessionStore {
    /** A session ends when nothing was asked for so long. */
    public static final Duration IDLE = Duration.ofHours(12);
    /** A session ends then in any case. */
    public static final Duration LONGEST = Duration.ofDays(7);
    /** A page that updates itself must not write at each request. */
    private static final Duration SEEN_GRAIN = Duration.ofMinutes(1);

    /** Of a hash: enough to tell the sessions of one account apart. */
    private static final int HANDLE_BYTES = 8;

    private static final String LIVE = "(seen > :idle and session.created > :oldest)";

    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);

    private final Db db;
    private final Secrets secrets;
    private final InstantSource clock;

    public SessionStore(Db db, Secrets secrets, InstantSource clock) {
        this.db = db;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The id of a new session, for the browser only. Forgets sessions that ended.
     *
     * @param browser what it calls itself, in two words
     */
    public String begin(Account account, String browser) {
        String id = secrets.token();
        db.change(handle -> {
            handle.createUpdate("delete from session where not " + LIVE)
                    .bind("idle", clock.millis() - IDLE.toMillis())
                    .bind("oldest", clock.millis() - LONGEST.toMillis())
                    .execute();
            handle.execute(
                    "insert into session (hash, account, created, seen, browser) values (?, ?, ?, ?, ?)",
                    Secrets.hash(id),
                    account.num(),
                    clock.millis(),
                    clock.millis(),
                    browser);
        });
        return id;
    }

    /**
     * Who the session belongs to; empty when there is none or it ended.
     *
     * @param signOfLife whether a person asks, and not a page that renews itself
     */
    public Optional<Account> find(String id, boolean signOfLife) {
        byte[] hash = Secrets.hash(id);
        Optional<Row> row = db.read(handle -> find(handle, hash));
        row.filter(found -> signOfLife && found.seen() < clock.millis() - SEEN_GRAIN.toMillis())
                .ifPresent(stale -> seen(hash));
        return row.map(Row::account);
    }

    public void end(String id) {
        db.change(handle -> handle.execute("delete from session where hash = ?", Secrets.hash(id)));
    }

    /**
     * A session as its owner may see it.
     *
     * @param handle names it without opening it
     * @param here whether it is the one that asks
     */
    public record Session(String handle, Instant began, Instant seen, String browser, boolean here) {}

    /**
     * The sessions of an account, the one used last first.
     *
     * @param id of the session that asks
     */
    public List<Session> list(Account account, String id) {
        byte[] here = Secrets.hash(id);
        return db.read(handle -> handle.createQuery("select * from session where account = :account and " + LIVE
                        + " order by seen desc, created desc")
                .bind("account", account.num())
                .bind("idle", clock.millis() - IDLE.toMillis())
                .bind("oldest", clock.millis() - LONGEST.toMillis())
                .map((row, context) -> new Session(
                        handle(row.getBytes("hash")),
                        Instant.ofEpochMilli(row.getLong("created")),
                        Instant.ofEpochMilli(row.getLong("seen")),
                        row.getString("browser"),
                        Arrays.equals(row.getBytes("hash"), here)))
                .list());
    }

    /** Ends the session of this handle, if it is one of the account; false when there is none. */
    public boolean end(Account account, String named, Author by) {
        return db.write(handle -> {
            Optional<byte[]> hash = handle.createQuery("select hash from session where account = ?")
                    .bind(0, account.num())
                    .mapTo(byte[].class)
                    .filter(it -> handle(it).equals(named))
                    .findFirst();
            hash.ifPresent(it -> {
                handle.execute("delete from session where hash = ?", it);
                AuditLog.note(handle, by, Change.made(What.SESSION_END, account.name(), "", "1"));
            });
            return hash.isPresent();
        });
    }

    /** Ends every session of the account but the one that asks. */
    public void endOthers(Account account, String id, Author by) {
        db.change(handle -> {
            int ended = handle.execute(
                    "delete from session where account = ? and hash <> ?", account.num(), Secrets.hash(id));
            if (ended > 0) {
                AuditLog.note(handle, by, Change.made(What.SESSION_END, account.name(), "", String.valueOf(ended)));
            }
        });
    }

    /** Ends them all, within the caller's transaction. */
    static void endAll(Handle handle, long account) {
        handle.execute("delete from session where account = ?", account);
    }

    private static String handle(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, HANDLE_BYTES);
    }

    private record Row(Account account, long seen) {}

    private Optional<Row> find(Handle handle, byte[] hash) {
        return handle.createQuery("select a.num, a.name, session.seen from session"
                        + " join account a on a.num = session.account where hash = :hash and a.disabled is null and "
                        + LIVE)
                .bind("hash", hash)
                .bind("idle", clock.millis() - IDLE.toMillis())
                .bind("oldest", clock.millis() - LONGEST.toMillis())
                .map((row, context) ->
                        new Row(new Account(row.getLong("num"), row.getString("name")), row.getLong("seen")))
                .findOne();
    }

    /** With a full disk the staff may still read; only the session then ends a little early. */
    private void seen(byte[] hash) {
        try {
            db.change(handle -> handle.execute("update session set seen = ? where hash = ?", clock.millis(), hash));
        } catch (RuntimeException e) {
            if (StorageFault.of(e).isEmpty()) {
                throw e;
            }
            LOG.warn(
                    "A session could not be marked as used ({}). Look after the database and its disk.",
                    StorageFault.reason(e));
        }
    }
}

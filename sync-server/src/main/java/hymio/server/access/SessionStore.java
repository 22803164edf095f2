package hymio.server.access;

import hymio.server.db.Db;
import hymio.server.db.StorageFault;
import java.time.Duration;
import java.time.InstantSource;
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

    /** The id of a new session, for the browser only. Forgets sessions that ended. */
    public String begin(Account account) {
        String id = secrets.token();
        db.change(handle -> {
            handle.createUpdate("delete from session where not " + LIVE)
                    .bind("idle", clock.millis() - IDLE.toMillis())
                    .bind("oldest", clock.millis() - LONGEST.toMillis())
                    .execute();
            handle.execute(
                    "insert into session (hash, account, created, seen) values (?, ?, ?, ?)",
                    Secrets.hash(id),
                    account.num(),
                    clock.millis(),
                    clock.millis());
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

    private record Row(Account account, long seen) {}

    private Optional<Row> find(Handle handle, byte[] hash) {
        return handle.createQuery("select a.num, a.name, session.seen from session"
                        + " join account a on a.num = session.account where hash = :hash and " + LIVE)
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

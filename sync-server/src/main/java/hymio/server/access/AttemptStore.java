package hymio.server.access;

import hymio.server.db.Db;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Counts wrong passwords and codes in the database, so that all nodes count them together and a restart forgives none.
 * Names and networks stand there as hashes only: people type passwords into the field of the name. Thread-safe.
 */
public final class AttemptStore {
    /** Quiet for so long, and all is forgotten. */
    static final Duration MEMORY = Duration.ofHours(1);
    /** Of each kind, the latest: bounds the table whatever comes. */
    private static final int REMEMBERED = 10_000;

    private final Db db;
    private final InstantSource clock;
    private final int remembered;

    public AttemptStore(Db db, InstantSource clock) {
        this(db, clock, REMEMBERED);
    }

    AttemptStore(Db db, InstantSource clock, int remembered) {
        this.db = db;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** @param firstMillis of those counted, as {@code lastMillis} since 1970 UTC */
    public record Attempts(int count, long firstMillis, long lastMillis) {}

    /** Runs in one transaction, so that many at once gain nothing. */
    public <T> T together(Function<Counter, T> work) {
        return db.write(handle -> work.apply(new Counter(handle)));
    }

    /** Reads without counting. */
    public <T> T look(Function<Counter, T> work) {
        return db.read(handle -> work.apply(new Counter(handle)));
    }

    /** Counts within a transaction. */
    public final class Counter {
        private final Handle handle;

        private Counter(Handle handle) {
            this.handle = handle;
        }

        /** What is remembered; empty also when the clock went back, which would make waits endless. */
        public Optional<Attempts> of(String kind, String key) {
            return handle.createQuery("select count, first, last from attempt where kind = ? and key = ?")
                    .bind(0, kind)
                    .bind(1, Secrets.hash(key))
                    .map((row, context) -> new Attempts(row.getInt(1), row.getLong(2), row.getLong(3)))
                    .findOne()
                    .filter(it -> fresh(it.lastMillis()));
        }

        private boolean fresh(long millis) {
            long since = clock.millis() - millis;
            return since >= 0 && since < MEMORY.toMillis();
        }

        public void set(String kind, String key, Attempts attempts) {
            handle.execute(
                    "insert into attempt (kind, key, count, first, last) values (?, ?, ?, ?, ?)"
                            + " on conflict (kind, key) do update set count = excluded.count,"
                            + " first = excluded.first, last = excluded.last",
                    kind,
                    Secrets.hash(key),
                    attempts.count(),
                    attempts.firstMillis(),
                    attempts.lastMillis());
        }

        /** One more, now. */
        public void add(String kind, String key) {
            long now = clock.millis();
            Attempts before = of(kind, key).orElse(new Attempts(0, now, now));
            set(kind, key, new Attempts(before.count() + 1, before.firstMillis(), now));
        }

        public void forget(String kind, String key) {
            handle.execute("delete from attempt where kind = ? and key = ?", kind, Secrets.hash(key));
        }

        /** Makes room for one more of a kind. */
        public void tidy(String kind) {
            handle.execute("delete from attempt where last <= ?", clock.millis() - MEMORY.toMillis());
            int many = handle.createQuery("select count(*) from attempt where kind = ?")
                    .bind(0, kind)
                    .mapTo(Integer.class)
                    .one();
            if (many >= remembered) {
                handle.execute(
                        "delete from attempt where kind = ? and key in"
                                + " (select key from attempt where kind = ? order by last, key limit ?)",
                        kind,
                        kind,
                        many - remembered + 1);
            }
        }
    }
}

package hymio.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * A PostgreSQL that several servers share. Writes take turns across all of them by one lock of the database, as they do
 * on SQLite; those that run together share it. A commit is on the disk when it returns, and on the standby when there
 * is a synchronous one.
 */
final class PostgresDb extends Db {
    /** Any number, the same in every program of ours: names the lock among the database's advisory locks. */
    private static final long WRITE_LOCK = 0x48796d69f6L;

    private static final String ALONE = "select pg_advisory_xact_lock(?)";
    private static final String TOGETHER = "select pg_advisory_xact_lock_shared(?)";
    /** Four store about half as much again as one; more gain little, because the disk of the database is one. */
    private static final int WRITERS = 4;
    /** Staff's own writes, which wait for one another. */
    private static final int OTHER_WRITERS = 2;

    private static final int READERS = 8;
    /** How often work is run when the database asks for it to be run again. */
    private static final int TRIES = 5;

    private final HikariDataSource writePool;
    private final HikariDataSource readPool;
    private final Jdbi writers;
    private final Jdbi readers;

    static PostgresDb of(Storage.Postgres storage) {
        PostgresSource source = PostgresSource.of(storage);
        source.check();
        new Migrations(source.plain(), Dialect.POSTGRESQL).bringUpToDate();
        return new PostgresDb(source);
    }

    static PostgresDb beside(Storage.Postgres storage) {
        PostgresSource source = PostgresSource.of(storage);
        source.check();
        Migrations migrations = new Migrations(source.plain(), Dialect.POSTGRESQL);
        if (migrations.none()) {
            migrations.bringUpToDate();
        } else if (!migrations.upToDate()) {
            throw DatabaseException.older();
        }
        return new PostgresDb(source);
    }

    private PostgresDb(PostgresSource source) {
        writePool = pool("write", WRITERS + OTHER_WRITERS, source);
        readPool = pool("read", READERS, source);
        writers = Jdbi.create(writePool);
        readers = Jdbi.create(readPool);
    }

    private static HikariDataSource pool(String name, int size, PostgresSource source) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(BUSY_MILLIS);
        pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        pool.setExceptionOverrideClassName(Evict.class.getName());
        if (name.equals("write")) {
            pool.setDataSource(source.writing());
            pool.setConnectionInitSql(PostgresSource.NEVER_LOSE);
        } else {
            pool.setDataSource(source.reading());
            pool.setReadOnly(true);
        }
        return new HikariDataSource(pool);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return readers.inTransaction(work);
    }

    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        return write(ALONE, work);
    }

    @Override
    public <T, X extends Exception> T writeTogether(HandleCallback<T, X> work) throws X {
        return write(TOGETHER, work);
    }

    private <T, X extends Exception> T write(String lock, HandleCallback<T, X> work) throws X {
        for (int left = TRIES; ; left--) {
            try {
                return writers.inTransaction(handle -> {
                    handle.execute(lock, WRITE_LOCK);
                    return work.withHandle(handle);
                });
            } catch (Throwable e) {
                if (left == 1 || !StorageFault.asksToTryAgain(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public int writers() {
        return WRITERS;
    }

    @Override
    public void close() {
        readPool.close();
        writePool.close();
    }
}

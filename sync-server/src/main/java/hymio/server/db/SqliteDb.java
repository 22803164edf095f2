package hymio.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database. SQLite has one writer: writes take turns on one connection, reads run beside them on their
 * own. A commit is on the disk when it returns (WAL, {@code synchronous=FULL}).
 */
final class SqliteDb extends Db {
    private static final int READERS = 4;

    private final Handle writer;
    private final HikariDataSource readPool;
    private final Jdbi readers;
    private final Runnable afterwards;
    private final ReentrantLock writing = new ReentrantLock(true);

    static SqliteDb of(Path file, long maxPages) {
        return of(file, maxPages, () -> {});
    }

    /** Gives the folder back when it is closed. */
    static SqliteDb of(DataFolder folder) {
        return of(folder.database(), 0, folder::close);
    }

    private static SqliteDb of(Path file, long maxPages, Runnable afterwards) {
        SQLiteDataSource write = source(file, false);
        new Migrations(write, Dialect.SQLITE).bringUpToDate();
        return new SqliteDb(write, source(file, true), maxPages, afterwards);
    }

    static SqliteDb beside(Path file) {
        SQLiteDataSource write = source(file, false);
        if (!new Migrations(write, Dialect.SQLITE).upToDate()) {
            throw DatabaseException.older();
        }
        return new SqliteDb(write, source(file, true), 0, () -> {});
    }

    private SqliteDb(SQLiteDataSource write, SQLiteDataSource read, long maxPages, Runnable afterwards) {
        this.afterwards = afterwards;
        writer = Jdbi.create(write).open();
        if (maxPages > 0) {
            writer.execute("pragma max_page_count = " + maxPages);
        }
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(read);
        pool.setMaximumPoolSize(READERS);
        pool.setPoolName("read");
        readPool = new HikariDataSource(pool);
        readers = Jdbi.create(readPool);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return readers.inTransaction(work);
    }

    /**
     * Begin and commit are said here in SQL, because the driver's auto-commit state breaks when BEGIN finds the
     * database busy: the next writes would then run without a transaction.
     */
    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        writing.lock();
        try {
            writer.execute("begin immediate");
            try {
                T result = work.withHandle(writer);
                writer.execute("commit");
                return result;
            } catch (Throwable e) {
                rollBack(e);
                throw e;
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T, X extends Exception> T writeTogether(HandleCallback<T, X> work) throws X {
        return write(work);
    }

    @Override
    public int writers() {
        return 1;
    }

    /** SQLite rolls some failures back by itself, a full disk for one; then there is nothing to do. */
    private void rollBack(Throwable failure) {
        try {
            writer.execute("rollback");
        } catch (JdbiException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        readPool.close();
        writing.lock();
        try {
            writer.close();
        } finally {
            writing.unlock();
            afterwards.run();
        }
    }

    private static SQLiteDataSource source(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setCacheSize(-16_000);
        config.setTransactionMode(
                readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}

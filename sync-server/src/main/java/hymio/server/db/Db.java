package hymio.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database. SQLite has one writer: writes take turns on one connection, reads run beside them on their
 * own. A commit is on the disk when it returns (WAL, {@code synchronous=FULL}). Thread-safe.
 */
public final class Db implements AutoCloseable {
    private static final int READERS = 4;
    /** How long a write waits while another program writes; terminals wait longer than this for their receipt. */
    private static final int BUSY_MILLIS = 5_000;

    private final SQLiteDataSource writeSource;
    private final Handle writer;
    private final HikariDataSource readPool;
    private final Jdbi readers;
    private final ReentrantLock writing = new ReentrantLock(true);

    /**
     * Opens or makes the database and brings its schema up to date.
     *
     * @throws NewerSchemaException when a newer program has written it
     */
    public static Db open(Path file) {
        return open(file, 0);
    }

    /** @param maxPages largest size of the file in pages of 4 KiB, 0 for no limit but the disk */
    public static Db open(Path file, long maxPages) {
        SQLiteDataSource write = source(file, false);
        migrate(write);
        return new Db(write, source(file, true), maxPages);
    }

    /**
     * Opens a database that a running server keeps; its schema is left alone.
     *
     * @throws NewerSchemaException when a newer program has written it
     * @throws DataFolderException when the schema is older than this program's
     */
    public static Db openBeside(Path file) {
        SQLiteDataSource write = source(file, false);
        Flyway flyway = flyway(write);
        refuseNewer(flyway);
        if (flyway.info().pending().length > 0) {
            throw new DataFolderException("The server that works in this folder is older than this program, or still"
                    + " starting. Wait a moment, or restart it, then try again.");
        }
        return new Db(write, source(file, true), 0);
    }

    private Db(SQLiteDataSource write, SQLiteDataSource read, long maxPages) {
        writeSource = write;
        writer = Jdbi.create(writeSource).open();
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

    /** Runs reads on one consistent snapshot. */
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return readers.inTransaction(work);
    }

    /**
     * Runs in the one write transaction; when this returns, it is committed. An exception rolls all of it back. Begin
     * and commit are said here in SQL, because the driver's auto-commit state breaks when BEGIN finds the database
     * busy: the next writes would then run without a transaction.
     */
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

    /** SQLite rolls some failures back by itself, a full disk for one; then there is nothing to do. */
    private void rollBack(Throwable failure) {
        try {
            writer.execute("rollback");
        } catch (JdbiException e) {
            failure.addSuppressed(e);
        }
    }

    /** As {@link #write}, without a result. */
    public <X extends Exception> void change(HandleConsumer<X> work) throws X {
        write(handle -> {
            work.useHandle(handle);
            return true;
        });
    }

    @Override
    public void close() {
        readPool.close();
        writing.lock();
        try {
            writer.close();
        } finally {
            writing.unlock();
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

    private static void migrate(SQLiteDataSource source) {
        Flyway flyway = flyway(source);
        refuseNewer(flyway);
        flyway.migrate();
    }

    private static Flyway flyway(SQLiteDataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new CountArrivals())
                .ignoreMigrationPatterns("*:future")
                .loggers("slf4j")
                .load();
    }

    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo info : flyway.info().all()) {
            if (info.getState().isApplied() && !info.getState().isResolved()) {
                throw new NewerSchemaException(info.getVersion() + " " + info.getDescription());
            }
        }
    }
}

package hymio.server.db;

import java.nio.file.Path;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;

/**
 * The database: SQLite in a file, or a PostgreSQL that several servers may share. What {@link #write} has returned from
 * is on the disk. Thread-safe.
 */
public abstract sealed class Db implements AutoCloseable permits SqliteDb, PostgresDb {
    /** How long a write waits for another one; terminals wait longer than this for their receipt. */
    static final int BUSY_MILLIS = 5_000;

    Db() {}

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
        return SqliteDb.of(file, maxPages);
    }

    /**
     * Opens a database that a running server keeps; its schema is left alone.
     *
     * @throws NewerSchemaException when a newer program has written it
     * @throws DatabaseException when the schema is older than this program's
     */
    public static Db openBeside(Path file) {
        return SqliteDb.beside(file);
    }

    public abstract Dialect dialect();

    /** Runs reads on one consistent snapshot. */
    public abstract <T, X extends Exception> T read(HandleCallback<T, X> work) throws X;

    /**
     * Runs in a write transaction while no other writes, whichever server it is of; when this returns, it is committed.
     * An exception rolls all of it back. The work may be run again from its beginning when the database asks for it.
     */
    public abstract <T, X extends Exception> T write(HandleCallback<T, X> work) throws X;

    /**
     * As {@link #write}, but other work may run in here at the same time where the database allows it (see
     * {@link #writers}). Such work locks what others of its kind could change, before it reads it.
     */
    public abstract <T, X extends Exception> T writeTogether(HandleCallback<T, X> work) throws X;

    /** How many threads gain by {@link #writeTogether}. */
    public abstract int writers();

    /** As {@link #write}, without a result. */
    public <X extends Exception> void change(HandleConsumer<X> work) throws X {
        write(handle -> {
            work.useHandle(handle);
            return true;
        });
    }

    @Override
    public abstract void close();
}

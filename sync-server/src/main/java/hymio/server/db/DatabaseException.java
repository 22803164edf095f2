package hymio.server.db;

/** The database cannot be used. The message says why and what to do, fit to show to a person; it holds no password. */
public final class DatabaseException extends RuntimeException {
    public DatabaseException(String message) {
        super(message);
    }

    /** A program beside the servers leaves the schema to them. */
    static DatabaseException older() {
        return new DatabaseException("The server that works on this database is older than this program, or still"
                + " starting. Wait a moment, or restart it, then try again.");
    }
}

package hymio.server.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failed read or write of the database means to the one who asked. */
public enum StorageFault {
    /** Others hold the database; trying again helps. */
    BUSY,
    /** The disk is full, read-only or failing; somebody must look after it. */
    DISK,
    /** The database does not answer, or another server is about to stand in for it. */
    AWAY;

    /** SQLSTATE of a write on a server that stands by. */
    static final String READ_ONLY = "25006";

    /** The storage fault behind an exception; empty when it has another cause. */
    public static Optional<StorageFault> of(Throwable failure) {
        Optional<StorageFault> fault = Optional.empty();
        for (Throwable cause = failure; cause != null && fault.isEmpty(); cause = cause.getCause()) {
            fault = switch (cause) {
                case SQLiteException sqlite -> of(sqlite.getResultCode());
                case SQLException sql when sql.getSQLState() != null -> of(sql.getSQLState());
                case SQLTransientConnectionException full when full.getCause() == null -> Optional.of(BUSY);
                default -> Optional.empty();
            };
        }
        return fault;
    }

    /** What the database itself said, for a log. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** Whether two transactions met so that one had to give way: run again, it will go through. */
    static boolean asksToTryAgain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && gaveWay(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Serialization failure, deadlock (PostgreSQL, appendix A). */
    private static boolean gaveWay(String state) {
        return state.equals("40001") || state.equals("40P01");
    }

    private static Optional<StorageFault> of(SQLiteErrorCode code) {
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Optional.of(BUSY);
            case SQLITE_FULL,
                    SQLITE_IOERR,
                    SQLITE_READONLY,
                    SQLITE_CANTOPEN,
                    SQLITE_CORRUPT,
                    SQLITE_NOTADB,
                    SQLITE_NOLFS -> Optional.of(DISK);
            default -> Optional.empty();
        };
    }

    /** By PostgreSQL's SQLSTATE, appendix A of its manual. */
    private static Optional<StorageFault> of(String state) {
        if (gaveWay(state)) {
            return Optional.of(BUSY);
        }
        return switch (state) {
            case "55P03", "57014", "53300" -> Optional.of(BUSY); // lock not available, cancelled, too many connections
            case "53100", "58030", "XX001", "XX002" -> Optional.of(DISK); // disk full, i/o error, corrupted
            case READ_ONLY, "57P01", "57P02", "57P03", "25P03" -> Optional.of(AWAY); // shutdown, crash, starting, idle
            default -> state.startsWith("08") ? Optional.of(AWAY) : Optional.empty();
        };
    }
}

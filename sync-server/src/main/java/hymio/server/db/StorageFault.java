package hymio.server.db;

import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failed read or write of the database means to the one who asked. */
public enum StorageFault {
    /** Another program holds the database; trying again helps. */
    BUSY,
    /** The disk is full, read-only or failing; somebody must look after it. */
    DISK;

    /** The storage fault behind an exception; empty when it has another cause. */
    public static Optional<StorageFault> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return of(sqlite.getResultCode());
            }
        }
        return Optional.empty();
    }

    /** What the database itself said, for a log. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
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
}

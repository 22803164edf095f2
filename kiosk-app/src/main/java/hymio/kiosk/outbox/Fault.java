package hymio.kiosk.outbox;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of SQLite means for the outbox (codes: sqlite.org/rescode.html). */
enum Fault {
    /** No room on the disk, or in the file. */
    FULL,
    /** The file does not hold what it should. */
    DAMAGED,
    /** The disk does not read or write; another file on it may do better. */
    FAILING,
    /** Neither file nor disk are known to be bad. */
    OTHER;

    static Fault of(SQLException e) {
        if (e instanceof SQLiteException it) {
            switch (it.getResultCode()) {
                case SQLITE_IOERR_SHMSIZE -> {
                    return FULL; // the index of the write-ahead log could not grow
                }
                case SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_DATA, SQLITE_IOERR_CORRUPTFS -> {
                    return DAMAGED; // what was written is not there any more
                }
                default -> {}
            }
        }
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
            case SQLITE_FULL -> FULL;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
            case SQLITE_IOERR -> FAILING;
            default -> OTHER;
        };
    }
}

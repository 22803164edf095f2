package hymio.kiosk.outbox;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes room for a response when there is none: settled responses go first, then the log is emptied, then the reserve
 * is given up. The caller holds the write lock.
 */
final class FullDisk {
    private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);

    /** Looks for settled responses while a visitor waits. */
    private static final int LOOKS = 50;

    private final Space space;

    FullDisk(Space space) {
        this.space = space;
    }

    /** @throws OutboxException when nothing helps */
    long append(OutboxFile file, int place, Responses.Entry entry, SQLException full) {
        space.exhausted();
        SQLException last = full;
        for (int attempt = 0; attempt < 3; attempt++) {
            if (attempt == 2 && !space.spend()) {
                break;
            }
            relieve(file, attempt > 0);
            try {
                return file.append(place, entry);
            } catch (SQLException e) {
                last = e;
            }
        }
        throw Outbox.notStored(last);
    }

    private static void relieve(OutboxFile file, boolean emptyLog) {
        try {
            if (emptyLog) {
                Sql.text(file.writer(), "pragma wal_checkpoint(restart)");
            }
            Prune search = new Prune();
            boolean more = true;
            for (int i = 0; i < LOOKS && more; i++) {
                Prune.Found found = search.next(file.writer(), file.journals(), Long.MAX_VALUE);
                more = found.more() && found.keys().isEmpty();
                if (!found.keys().isEmpty()) {
                    Prune.remove(file.writer(), found.keys());
                }
            }
        } catch (SQLException e) {
            LOG.debug("No room could be made yet.", e);
        }
    }
}

package hymio.kiosk.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/** The outbox's file and those beside it: opens it, and puts a fresh one in the place of a damaged one. */
final class OutboxFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxFiles.class);

    /** Too little to open a whole file with its log, bytes. */
    private static final long NO_ROOM = 256 << 10;

    private final Path path;
    private final OutboxSetup setup;
    private final SetAside aside;
    private final JournalList list;
    private final Space space;

    OutboxFiles(Path path, OutboxSetup setup) {
        this.path = path;
        this.setup = setup;
        this.aside = new SetAside(path);
        this.list = new JournalList(path);
        this.space = new Space(path, setup.reserveKib());
    }

    Path path() {
        return path;
    }

    OutboxSetup setup() {
        return setup;
    }

    SetAside aside() {
        return aside;
    }

    Space space() {
        return space;
    }

    /** Writes down which journals there are. */
    void list(Journals journals) {
        list.write(journals.all());
    }

    /** @throws OutboxException when neither this file nor a fresh one can be used */
    OutboxFile open() {
        try {
            aside.finish();
            return ready();
        } catch (SQLException e) {
            return openAfter(e);
        } catch (IOException e) {
            throw cannotOpen(e);
        }
    }

    /** On a full disk a file that is whole cannot be opened either. */
    private OutboxFile openAfter(SQLException fault) {
        boolean room = Fault.of(fault) != Fault.DAMAGED && space.spend();
        try {
            return room ? ready() : replaceAtStart(fault);
        } catch (SQLException e) {
            return replaceAtStart(e);
        } catch (IOException e) {
            throw cannotOpen(e);
        }
    }

    private OutboxFile replaceAtStart(SQLException fault) {
        boolean elsewhere = Fault.of(fault) == Fault.FULL
                || fault.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code
                || (Fault.of(fault) != Fault.DAMAGED && space.freeBytes() < NO_ROOM);
        if (elsewhere) {
            throw cannotOpen(fault);
        }
        try {
            int number = prepareFresh(list.read());
            aside.replace(number);
            told(number, fault);
            return ready();
        } catch (IOException | SQLException e) {
            e.addSuppressed(fault);
            throw cannotOpen(e);
        }
    }

    /**
     * Puts a fresh file in the place of one that is in use.
     *
     * @throws OutboxException when that cannot be; the one in use stays
     */
    OutboxFile replace(OutboxFile used, SQLException fault) {
        if (!used.used() && used.ownPlace() > 0) {
            throw Outbox.notStored(fault); // the last fresh one did not help either
        }
        try {
            int number = prepareFresh(used.journals().asMinted());
            aside.holdLog(number);
            used.abandon();
            aside.replace(number);
            told(number, fault);
            return ready();
        } catch (IOException | SQLException e) {
            fault.addSuppressed(e);
            throw Outbox.notStored(fault);
        }
    }

    /** On a full disk the reserve makes room for it. */
    private int prepareFresh(List<Journals.Entry> known) throws IOException, SQLException {
        int number = aside.next();
        try {
            OutboxFile.create(aside.fresh(), setup, number, known);
        } catch (SQLException e) {
            if (!space.spend()) {
                throw e;
            }
            OutboxFile.create(aside.fresh(), setup, number, known);
        }
        return number;
    }

    private OutboxFile ready() throws IOException, SQLException {
        List<Integer> damaged = aside.numbers();
        OutboxFile file = OutboxFile.open(path, setup, damaged.isEmpty() ? 0 : damaged.getLast());
        list(file.journals());
        return file;
    }

    private void told(int number, SQLException fault) {
        LOG.error(
                "The outbox was damaged ({}) and is set aside as {}. A fresh one goes on; what can be read of the old"
                        + " one is brought over and sent. Look at the card: it may be at its end.",
                fault.getMessage(),
                aside.damaged(number));
    }

    private OutboxException cannotOpen(Exception e) {
        return new OutboxException(
                "The outbox " + path + " cannot be opened (" + e.getMessage()
                        + "). Check that the folder can be written and the disk is not full.",
                e);
    }
}

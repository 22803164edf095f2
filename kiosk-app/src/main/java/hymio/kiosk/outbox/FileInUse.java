package hymio.kiosk.outbox;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox's file under its two locks, one for who writes and one for who reads, and the fresh one that takes its
 * place when it is damaged. Thread-safe. Who needs both locks takes the write lock first.
 */
final class FileInUse {
    private static final Logger LOG = LoggerFactory.getLogger(FileInUse.class);

    /** What is done with the file. */
    interface Work<T> {
        T on(OutboxFile file) throws SQLException;
    }

    private final Object writing = new Object();
    private final Object reading = new Object();
    private final OutboxFiles files;
    private final FullDisk fullDisk;
    /** Changed by who holds both locks. */
    private volatile OutboxFile file;

    /** Where the visit that goes on was begun: its numbers are of that journal. Guarded by the write lock. */
    private int visitPlace;
    /** Key of its first response; 0: no visit goes on. */
    private long visitKey;
    /** Uptime of the last response, milliseconds. */
    private long appendedMillis;

    private boolean closed;

    FileInUse(OutboxFiles files) {
        this.files = files;
        this.fullDisk = new FullDisk(files.space());
        this.file = files.open();
        this.visitPlace = newest();
    }

    /** For looking at what it knows; another may take its place at any time. */
    OutboxFile file() {
        return file;
    }

    <T> T read(Work<T> work) {
        OutboxFile used;
        SQLException fault;
        synchronized (reading) {
            used = file;
            try {
                return work.on(used);
            } catch (SQLException e) {
                fault = e;
            }
        }
        heal(used, fault);
        throw new OutboxException(
                "The outbox could not be read (" + fault.getMessage() + "). It is tried again.", fault);
    }

    /** @param what could not be done when it fails, as in "could not be …" */
    <T> T write(Work<T> work, String what) {
        synchronized (writing) {
            OutboxFile used = file;
            try {
                return work.on(used);
            } catch (SQLException e) {
                heal(used, e);
                throw new OutboxException(
                        "The outbox could not be " + what + " (" + e.getMessage() + "). It is tried again.", e);
            }
        }
    }

    /** Commits a response, where it can be: in this file, in the room that can be made, or in a fresh one. */
    long append(Responses.Entry entry) {
        synchronized (writing) {
            OutboxFile before = file;
            int place = entry.visit() == 0 ? newest() : visitPlace;
            long number = append(place, entry);
            if (entry.visit() == 0) {
                visitPlace = file == before ? place : newest();
                visitKey = Key.of(visitPlace, number);
            }
            appendedMillis = entry.time().uptimeMillis();
            return number;
        }
    }

    /** What a moment tells of its boot. */
    interface Telling {
        void to(Boots boots) throws SQLException;
    }

    /** Never fails; see {@link Outbox#clock}. */
    void clock(Telling telling) {
        synchronized (writing) {
            try {
                telling.to(file.boots());
            } catch (SQLException e) {
                LOG.debug("The clock of this boot could not be noted.", e);
            }
        }
    }

    /** A visit that may still go on, by the key of its first response; 0: none. */
    long visitKey() {
        synchronized (writing) {
            return visitKey;
        }
    }

    /** Nobody who is silent for so long comes back to the same visit. */
    void endVisit(long uptimeMillis, long silenceMillis) {
        synchronized (writing) {
            if (uptimeMillis - appendedMillis > silenceMillis) {
                visitKey = 0;
                visitPlace = newest();
            }
        }
    }

    /** When the file that was used is damaged, a fresh one takes its place, unless one did. */
    void heal(OutboxFile used, SQLException fault) {
        synchronized (writing) {
            if (used == file && Fault.of(fault) == Fault.DAMAGED) {
                goOnAfresh(fault);
            }
        }
    }

    void close() {
        synchronized (writing) {
            closed = true;
            synchronized (reading) {
                try {
                    file.close();
                } catch (SQLException e) {
                    throw new OutboxException(
                            "The outbox could not be closed (" + e.getMessage() + "). Nothing is lost.", e);
                }
            }
        }
    }

    private int newest() {
        return file.journals().newest().place();
    }

    private long append(int place, Responses.Entry entry) {
        try {
            return file.append(place, entry);
        } catch (SQLException e) {
            return switch (Fault.of(e)) {
                case FULL -> fullDisk.append(file, place, entry, e);
                case DAMAGED, FAILING -> {
                    goOnAfresh(e);
                    yield appendAgain(place, entry);
                }
                case OTHER -> {
                    reopen(e);
                    yield appendAgain(place, entry);
                }
            };
        }
    }

    /** A visit that was begun goes on in its journal: how far that had come is known. */
    private long appendAgain(int place, Responses.Entry entry) {
        try {
            return file.append(entry.visit() == 0 ? newest() : place, entry);
        } catch (SQLException e) {
            throw Outbox.notStored(e);
        }
    }

    private void goOnAfresh(SQLException fault) {
        synchronized (reading) {
            file = files.replace(file, fault);
        }
    }

    /** A disk that failed while a fresh file took its place may be back. */
    private void reopen(SQLException fault) {
        try {
            if (closed || !file.writer().isClosed()) {
                throw Outbox.notStored(fault);
            }
        } catch (SQLException e) {
            throw Outbox.notStored(e);
        }
        synchronized (reading) {
            file = files.open();
        }
    }
}

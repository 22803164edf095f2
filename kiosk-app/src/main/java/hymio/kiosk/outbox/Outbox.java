package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal's own store of responses. A response is on the disk when {@link #append} returns (WAL,
 * {@code synchronous=FULL}: NORMAL can lose it at a power cut). Numbers run 1, 2, 3 … without gaps within a journal; a
 * file may hold several, see {@link #journals}. A damaged file is set aside and salvaged while a fresh one goes on.
 *
 * <p>Thread-safe: the visit appends on one connection while the sync reads on another, so that sending never delays a
 * press. {@link #tidy} is for a thread that has time.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Settled responses asked for again that are changed in one commit: a press may have to wait for it. */
    private static final int AGAIN_STEP = 500;
    /** And in one call; the server asks for more when it still misses some. */
    private static final int AGAIN = 10_000;

    /** A journal, and the highest number it has minted. */
    public record Journal(UUID id, long last) {}

    /** What is done with the file. */
    interface FileWork<T> {
        T on(OutboxFile file) throws SQLException;
    }

    private final Object writing = new Object();
    private final Object reading = new Object();
    private final OutboxFiles files;
    private final Upkeep upkeep;
    /** Changed by who holds both locks. */
    private volatile OutboxFile file;
    /** Where the visit that goes on was begun: its numbers are of that journal. Guarded by the write lock. */
    private int visitPlace;

    /** Key of its first response; 0: no visit goes on. */
    private long visitKey;

    private boolean closed;

    /**
     * Opens the outbox, or makes one with a journal of its own. A damaged file is set aside.
     *
     * @throws OutboxException when no file can be used there; the message says what to do
     */
    public static Outbox open(Path file, OutboxSetup setup) {
        return new Outbox(new OutboxFiles(file, setup));
    }

    /** As usual, on a machine that is not known. */
    public static Outbox open(Path file) {
        return open(file, OutboxSetup.usual());
    }

    /**
     * For simulations: without a reserve, as usual otherwise.
     *
     * @param maxPages largest size of the file in pages of 4 KiB, 0 for no limit but the disk
     * @param ids where a new journal's id comes from
     */
    public static Outbox open(Path file, long maxPages, Supplier<UUID> ids) {
        return open(file, new OutboxSetup("", 90, 64, ids, 0, maxPages));
    }

    private Outbox(OutboxFiles files) {
        this.files = files;
        this.file = files.open();
        this.visitPlace = file.journals().newest().place();
        this.upkeep = new Upkeep(this, files);
    }

    /** Names the numbers that the next visit gets. */
    public UUID journal() {
        return file.journals().newest().id();
    }

    /** All journals, the oldest first; the last is in use. */
    public List<Journal> journals() {
        Journals all = file.journals();
        return all.all().stream()
                .map(it -> new Journal(it.id(), all.last(it.place())))
                .toList();
    }

    /** A word for this machine; empty when it has none. */
    public Optional<String> unit() {
        return Optional.of(files.setup().unit()).filter(it -> !it.isEmpty());
    }

    /**
     * Commits a response. A visit goes on in the journal in which it began, so that its numbers keep their meaning.
     *
     * @param visit number of the visit's first response; 0: this is it
     * @return its number
     * @throws OutboxException when it is not on the disk
     */
    public long append(long visit, String question, int option, PressTime time, Response.Extra extra) {
        Responses.Entry entry = new Responses.Entry(visit, question, option, time, extra);
        synchronized (writing) {
            OutboxFile before = file;
            int place = visit == 0 ? newest() : visitPlace;
            long number = append(place, entry);
            if (visit == 0) {
                visitPlace = file == before ? place : newest();
                visitKey = Key.of(visitPlace, number);
            }
            upkeep.appended(time);
            return number;
        }
    }

    /**
     * Notes what this moment tells of the clock in this boot. Cheap when that is nothing new. It never fails: at worst
     * bounds stay wider than they could be, and the next append says what is wrong with the disk.
     */
    public void clock(PressTime now) {
        synchronized (writing) {
            try {
                file.boots().saw(now);
            } catch (SQLException e) {
                LOG.debug("The clock of this boot could not be noted.", e);
            }
        }
    }

    /** Highest number minted in the journal in use, 0 before the first. */
    public long last() {
        return file.journals().last(newest());
    }

    /** How many responses the server does not hold yet. Those kept aside are not counted. */
    public long pending() {
        return file.pending();
    }

    /** How many responses the server refused; they stay here until somebody looks. What was copied is not counted. */
    public long aside() {
        return read(it -> Sql.number(
                it.reader(), "select count(*) from response where state = " + State.ASIDE + " and copy is null"));
    }

    /** Words for what is wrong with the file or its disk, as in the heartbeat. */
    public List<String> problems() {
        return upkeep.problems();
    }

    /**
     * How often each option of a question was chosen in a span of time, as far as it counts: what was taken back, and
     * play, do not. Presses of this boot are timed by the clock as it is now, others as it was then.
     *
     * @param fromMillis wall clock, included
     * @param toMillis wall clock, not included
     */
    public Map<Integer, Long> counted(String question, long fromMillis, long toMillis, PressTime now) {
        return read(it -> Responses.counted(it.reader(), question, fromMillis, toMillis, now));
    }

    /** The oldest responses that wait to be sent, of the oldest journal that has some. */
    public PendingBatch oldest(int max) {
        return read(it -> it.oldest(Long.MIN_VALUE, max));
    }

    /** Those that follow, for who carries all without waiting for receipts; without responses at the end. */
    public PendingBatch following(PendingBatch before, int max) {
        return read(it -> it.oldest(
                before.responses().isEmpty()
                        ? Long.MAX_VALUE
                        : Key.of(
                                it.journals().of(before.journal()).orElseThrow().place(),
                                before.responses().getLast().number()),
                max));
    }

    /** As {@link #oldest}, the responses alone. */
    public List<Response> oldestPending(int max) {
        return oldest(max).responses();
    }

    /** The server holds these, by a receipt that names this journal. */
    public void settle(UUID journal, List<Receipt.Range> ranges) {
        change(
                journal,
                (it, place) -> -Sql.transaction(it.writer(), writer -> {
                    int settled = 0;
                    for (Receipt.Range range : ranges) {
                        settled += Responses.settle(writer, place, range);
                    }
                    return settled;
                }));
        upkeep.told();
    }

    /** The server will not take this one: keep it, and go on with the others. */
    public void keepAside(UUID journal, long number, String why) {
        change(journal, (it, place) -> -Responses.mark(it.writer(), Key.of(place, number), State.ASIDE, why));
    }

    /**
     * The server holds others of these numbers, since another machine uses a copy of this card. They are kept aside,
     * and copied once into a journal of this machine alone, as soon as their visit has ended.
     */
    public void conflict(UUID journal, List<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        change(
                journal,
                (it, place) -> -Sql.transaction(it.writer(), writer -> {
                    int marked = 0;
                    for (long number : numbers) {
                        marked += Responses.mark(writer, Key.of(place, number), State.MOVING, "conflict");
                    }
                    return marked;
                }));
        upkeep.moveConflicts();
    }

    /**
     * The server misses these. Settled ones that are still here wait again, the oldest first, at most {@value #AGAIN}
     * at a time.
     */
    public void sendAgain(UUID journal, List<Receipt.Range> missing) {
        int left = AGAIN;
        for (Receipt.Range range : missing) {
            int changed = AGAIN_STEP;
            while (changed == AGAIN_STEP && left > 0) {
                changed = change(journal, (it, place) -> Responses.sendAgain(it.writer(), place, range, AGAIN_STEP));
                left -= changed;
            }
        }
    }

    /**
     * One small step of what keeps the outbox well for years: checks, salvages, removes old settled responses, holds
     * the reserve. A press waits for a step at most.
     *
     * @return whether there is more to do now
     */
    public boolean tidy(PressTime now) {
        clock(now);
        return upkeep.step(now);
    }

    /** Ends a check of the whole file that is under way. */
    void endCheck() {
        upkeep.close();
    }

    @Override
    public void close() {
        endCheck();
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

    /** How SQLite runs this file, such as {@code synchronous}. */
    String pragma(String name) {
        return write(it -> Sql.text(it.writer(), "pragma " + name), "read");
    }

    <T> T read(FileWork<T> work) {
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
    <T> T write(FileWork<T> work, String what) {
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

    /** A visit that may still go on, by the key of its first response. */
    long visitKey() {
        synchronized (writing) {
            return visitKey;
        }
    }

    /** Nobody has pressed for so long that the last visit is over. */
    void endVisit() {
        synchronized (writing) {
            visitKey = 0;
            visitPlace = newest();
        }
    }

    /** When a file in use was found damaged, a fresh one takes its place. */
    void heal(OutboxFile used, SQLException fault) {
        synchronized (writing) {
            if (used == file && Fault.of(fault) == Fault.DAMAGED) {
                goOnAfresh(fault);
            }
        }
    }

    private interface Change {
        int on(OutboxFile file, int place) throws SQLException;
    }

    /** @return by how many responses the pending ones grew; a journal that is not here changes nothing */
    private int change(UUID journal, Change change) {
        return write(
                it -> {
                    Optional<Journals.Entry> entry = it.journals().of(journal);
                    int more = entry.isPresent() ? change.on(it, entry.get().place()) : 0;
                    it.morePending(more);
                    return more;
                },
                "marked");
    }

    private int newest() {
        return file.journals().newest().place();
    }

    private long append(int place, Responses.Entry entry) {
        try {
            return file.append(place, entry);
        } catch (SQLException e) {
            return switch (Fault.of(e)) {
                case FULL -> upkeep.appendInAFullDisk(file, place, entry, e);
                case DAMAGED, FAILING -> appendAfresh(place, entry, e);
                case OTHER -> appendReopened(place, entry, e);
            };
        }
    }

    /** A disk that failed while a fresh file took its place may be back. */
    private long appendReopened(int place, Responses.Entry entry, SQLException fault) {
        try {
            if (closed || !file.writer().isClosed()) {
                throw notStored(fault);
            }
            synchronized (reading) {
                file = files.open();
                upkeep.replaced();
            }
            return file.append(entry.visit() == 0 ? newest() : place, entry);
        } catch (SQLException e) {
            throw notStored(e);
        }
    }

    /** A visit that was begun goes on in its journal: how far that had come is known. */
    private long appendAfresh(int place, Responses.Entry entry, SQLException fault) {
        goOnAfresh(fault);
        try {
            return file.append(entry.visit() == 0 ? newest() : place, entry);
        } catch (SQLException e) {
            throw notStored(e);
        }
    }

    private void goOnAfresh(SQLException fault) {
        synchronized (reading) {
            file = files.replace(file, fault);
            upkeep.replaced();
        }
    }

    static OutboxException notStored(SQLException e) {
        return new OutboxException(
                "The response could not be stored (" + e.getMessage()
                        + "). Free space on the disk, or change the card.",
                e);
    }
}

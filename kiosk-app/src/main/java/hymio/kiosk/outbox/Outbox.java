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

/**
 * The terminal's own store of responses. A response is on the disk when {@link #append} returns (WAL,
 * {@code synchronous=FULL}: NORMAL can lose it at a power cut). Numbers run 1, 2, 3 … without gaps within a journal; a
 * file may hold several, see {@link #journals}. A damaged file is set aside and salvaged while a fresh one goes on.
 *
 * <p>Thread-safe: the visit appends on one connection while the sync reads on another, so that sending never delays a
 * press. {@link #tidy} is for a thread that has time.
 */
public final class Outbox implements AutoCloseable {
    /** Settled responses asked for again that are changed in one commit: a press may have to wait for it. */
    private static final int AGAIN_STEP = 500;
    /** And in one call; the server asks for more when it still misses some. */
    private static final int AGAIN = 10_000;

    /** A journal, and the highest number it has minted. */
    public record Journal(UUID id, long last) {}

    private final OutboxFiles files;
    private final FileInUse file;
    private final Upkeep upkeep;

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

    private Outbox(OutboxFiles files) {
        this.files = files;
        this.file = new FileInUse(files);
        this.upkeep = new Upkeep(file, files);
    }

    /** Names the numbers that the next visit gets. */
    public UUID journal() {
        return file.file().journals().newest().id();
    }

    /** All journals, the oldest first; the last is in use. */
    public List<Journal> journals() {
        Journals all = file.file().journals();
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
        return file.append(new Responses.Entry(visit, question, option, time, extra));
    }

    /**
     * Notes what this moment tells of the clock in this boot. Cheap when that is nothing new. It never fails: at worst
     * bounds stay wider than they could be, and the next append says what is wrong with the disk.
     */
    public void clock(PressTime now) {
        file.clock(boots -> boots.saw(now));
    }

    /**
     * As {@link #clock}: a receipt told what time it is, at least. Of a machine that never learns the time, this alone
     * tells when its boots followed each other.
     */
    public void heard(PressTime now, long serverMillis) {
        file.clock(boots -> boots.heard(now, serverMillis));
    }

    /** Highest number minted in the journal in use, 0 before the first. */
    public long last() {
        Journals all = file.file().journals();
        return all.last(all.newest().place());
    }

    /** How many responses the server does not hold yet. Those kept aside are not counted. */
    public long pending() {
        return file.file().pending();
    }

    /** How many responses the server refused; they stay here until somebody looks. What was copied is not counted. */
    public long aside() {
        return file.read(it -> Sql.number(
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
        return file.read(it -> Responses.counted(it.reader(), question, fromMillis, toMillis, now));
    }

    /** The oldest responses that wait to be sent, of the oldest journal that has some. */
    public PendingBatch oldest(int max) {
        return file.read(it -> it.oldest(Long.MIN_VALUE, max));
    }

    /** Those that follow, for who carries all without waiting for receipts; without responses at the end. */
    public PendingBatch following(PendingBatch before, int max) {
        return file.read(it -> it.oldest(
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
        upkeep.endCheck();
    }

    @Override
    public void close() {
        endCheck();
        file.close();
    }

    /** The file itself, for tests that damage it and look into it. */
    FileInUse file() {
        return file;
    }

    private interface Change {
        int on(OutboxFile file, int place) throws SQLException;
    }

    /** @return by how many responses the pending ones grew; a journal that is not here changes nothing */
    private int change(UUID journal, Change change) {
        return file.write(
                it -> {
                    Optional<Journals.Entry> entry = it.journals().of(journal);
                    int more = entry.isPresent() ? change.on(it, entry.get().place()) : 0;
                    it.morePending(more);
                    return more;
                },
                "marked");
    }

    static OutboxException notStored(SQLException e) {
        return new OutboxException(
                "The response could not be stored (" + e.getMessage()
                        + "). Free space on the disk, or change the card.",
                e);
    }
}

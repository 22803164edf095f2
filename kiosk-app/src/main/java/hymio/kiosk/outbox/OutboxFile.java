package hymio.kiosk.outbox;

import hymio.wire.BootTime;
import hymio.wire.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SQLite file that is open: a connection on which the visit writes and one on which others read, so that sending
 * never delays a press. The outbox's two locks guard them.
 */
final class OutboxFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxFile.class);

    /** A larger file is checked while it is in use: a second for 100 MB, and a terminal must take presses at once. */
    private static final long CHECKED_AT_ONCE = 8L << 20;

    /** SQLITE_CORRUPT. */
    private static final int CORRUPT = 11;

    private final Connection writer;
    private final Connection reader;
    private final Journals journals;
    private final Boots boots;
    private final AtomicLong pending;
    private final int ownPlace;
    private boolean used;

    /** @param damagedFiles whose place this file took */
    static OutboxFile open(Path path, OutboxSetup setup, int damagedFiles) throws SQLException {
        Connection writer = OutboxSchema.connect(path);
        try {
            return new OutboxFile(writer, path, setup, damagedFiles);
        } catch (SQLException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Makes a file that can take the place of a damaged one; it is closed and on the disk when this returns. */
    static void create(Path path, OutboxSetup setup, int damagedFiles, List<Journals.Entry> known) throws SQLException {
        try (Connection writer = OutboxSchema.connect(path)) {
            OutboxSchema.prepare(writer);
            Journals journals = new Journals(writer);
            for (Journals.Entry it : known) {
                journals.known(it);
            }
            journals.begin(Journals.firstPlace(damagedFiles), setup.ids().get(), setup.unit());
            Sql.execute(writer, "pragma wal_checkpoint(truncate)");
        }
    }

    private OutboxFile(Connection writer, Path path, OutboxSetup setup, int damagedFiles) throws SQLException {
        this.writer = writer;
        OutboxSchema.prepare(writer);
        if (bytes(writer, "page_count") <= CHECKED_AT_ONCE) {
            try (Statement statement = writer.createStatement()) {
                check(statement);
            }
        }
        if (setup.maxPages() > 0) {
            Sql.execute(writer, "pragma max_page_count = " + setup.maxPages());
        }
        journals = new Journals(writer);
        boots = new Boots(writer, damagedFiles);
        ownPlace = Journals.firstPlace(damagedFiles);
        chooseJournal(setup);
        pending = new AtomicLong(Responses.count(writer, State.PENDING));
        reader = OutboxSchema.connect(path);
    }

    /** A file that was last written on another machine goes on in a journal of this one. */
    private void chooseJournal(OutboxSetup setup) throws SQLException {
        if (journals.none()) {
            journals.begin(ownPlace, setup.ids().get(), setup.unit());
        }
        String unit = journals.newest().unit();
        if (unit.isEmpty() && !setup.unit().isEmpty()) {
            journals.nameUnit(setup.unit());
        } else if (!setup.unit().isEmpty() && !setup.unit().equals(unit)) {
            journals.begin(ownPlace, setup.ids().get(), setup.unit());
        }
    }

    /** @throws SQLException as SQLite says that a file is damaged, when this one is */
    static void check(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
            if (!found.next() || !"ok".equals(found.getString(1))) {
                throw new SQLException("the check found a fault", "", CORRUPT);
            }
        }
    }

    Connection writer() {
        return writer;
    }

    Connection reader() {
        return reader;
    }

    Journals journals() {
        return journals;
    }

    Boots boots() {
        return boots;
    }

    /** Whether it has taken a response since it was opened. */
    boolean used() {
        return used;
    }

    /** The lowest order of journals that this file began; salvaged ones are below. */
    int ownPlace() {
        return ownPlace;
    }

    long pending() {
        return pending.get();
    }

    /** So many more wait, by what was just committed; fewer when it is negative. */
    void morePending(long count) {
        pending.addAndGet(count);
    }

    /** Commits a response as the next of a journal. */
    long append(int place, Responses.Entry entry) throws SQLException {
        long number = journals.last(place) + 1;
        Responses.insert(writer, Key.of(place, number), entry);
        journals.minted(place, number);
        pending.incrementAndGet();
        used = true;
        return number;
    }

    /** These rows, by key and state, were salvaged and committed. */
    void kept(Map<Long, Integer> rows) {
        rows.forEach((key, state) -> {
            journals.minted(Key.journal(key), Key.number(key));
            pending.addAndGet(state == State.PENDING ? 1 : 0);
        });
    }

    /** The oldest of one journal after this key; of the newest journal none, when nothing waits. */
    PendingBatch oldest(long afterKey, int max) throws SQLException {
        List<Long> first = Responses.oldestPending(reader, afterKey);
        if (first.isEmpty()) {
            Journals.Entry newest = journals.newest();
            return new PendingBatch(newest.id(), journals.last(newest.place()), List.of(), List.of());
        }
        int place = Key.journal(first.getFirst());
        List<Response> responses = Responses.pending(reader, first.getFirst(), Key.lastOf(place), max);
        List<BootTime> known = Boots.of(responses, reader);
        // A response may be seen before it is counted: it is committed first.
        long last = Math.max(
                journals.last(place),
                responses.isEmpty() ? 0 : responses.getLast().number());
        return new PendingBatch(journals.at(place).id(), last, responses, known);
    }

    /** Bytes that the file uses; free pages in it are not counted. */
    long usedBytes() throws SQLException {
        return bytes(reader, "page_count") - bytes(reader, "freelist_count");
    }

    private static long bytes(Connection connection, String pragma) throws SQLException {
        return Sql.number(connection, "pragma " + pragma) * OutboxSchema.PAGE_BYTES;
    }

    @Override
    public void close() throws SQLException {
        try (writer;
                reader) {
            Sql.execute(writer, "pragma wal_checkpoint(truncate)");
        }
    }

    /** Lets go of a file that is damaged, whatever the connections say to it. */
    void abandon() {
        for (AutoCloseable it : List.of(reader, writer)) {
            try {
                it.close();
            } catch (Exception e) {
                LOG.debug("A damaged file was let go; what it holds is salvaged.", e);
            }
        }
    }
}

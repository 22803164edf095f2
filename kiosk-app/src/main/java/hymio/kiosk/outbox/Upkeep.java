package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the outbox well for years, in small steps of one thread. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** No visitor is silent for so long between two answers. */
    private static final long VISIT_MILLIS = TimeUnit.HOURS.toMillis(1);

    private static final long PRUNE_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final FileInUse file;
    private final OutboxFiles files;
    private final Space space;
    private final DamagedFiles damaged;
    private final Prune prune = new Prune();
    private long pruneAt;
    private volatile boolean checkDue = true;
    private volatile @Nullable Statement checking;

    Upkeep(FileInUse file, OutboxFiles files) {
        this.file = file;
        this.files = files;
        this.space = files.space();
        this.damaged = new DamagedFiles(file, files.aside());
        space.look();
    }

    List<String> problems() {
        return Stream.concat(damaged.waiting() ? Stream.of("outbox-damaged") : Stream.of(), space.problems().stream())
                .toList();
    }

    /** A receipt came. */
    void told() {
        damaged.told();
    }

    /** @return whether there is more to do now */
    boolean step(PressTime now) {
        if (checkDue) {
            checkDue = false;
            check();
            return true;
        }
        file.endVisit(now.uptimeMillis(), VISIT_MILLIS);
        boolean more = moveConflicts() || damaged.step() || prune(now);
        space.look();
        checkpoint();
        return more;
    }

    /** Ends a check that is under way, from any thread. */
    void endCheck() {
        checkDue = false;
        Statement statement = checking;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("The check was over already.", e);
            }
        }
    }

    /** On a connection of its own: a large file takes seconds, and nobody waits for it. */
    private void check() {
        OutboxFile checked = file.file();
        try (Connection connection = OutboxSchema.connect(files.path());
                Statement statement = connection.createStatement()) {
            checking = statement;
            OutboxFile.check(statement);
        } catch (SQLException e) {
            file.heal(checked, e);
        } finally {
            checking = null;
        }
    }

    /** Copies what is in conflict, of visits that have ended, into a journal without conflicts. From any thread. */
    boolean moveConflicts() {
        long open = file.visitKey();
        List<Integer> places = file.read(it -> MoveConflicts.waiting(it.reader(), open));
        if (places.isEmpty()) {
            return false;
        }
        return file.write(
                it -> {
                    if (places.contains(it.journals().newest().place())) {
                        beginJournal(it);
                    }
                    it.morePending(MoveConflicts.step(it.writer(), it.journals(), open));
                    return true;
                },
                "put in order");
    }

    private void beginJournal(OutboxFile it) throws SQLException {
        it.journals()
                .begin(it.ownPlace(), files.setup().ids().get(), files.setup().unit());
        files.list(it.journals());
        LOG.error("Another machine uses a copy of this card: both gave the same numbers. Nothing is lost, and from now"
                + " on they differ. Give each terminal a card made for it.");
    }

    private boolean prune(PressTime now) {
        if (now.uptimeMillis() < pruneAt) {
            return false;
        }
        long olderThan = olderThanMillis(now);
        Prune.Found found = file.read(it -> prune.next(it.reader(), it.journals(), olderThan));
        if (!found.keys().isEmpty()) {
            file.write(it -> Prune.remove(it.writer(), found.keys()), "cleared");
        }
        if (!found.more()) {
            pruneAt = now.uptimeMillis() + PRUNE_MILLIS;
        }
        return found.more();
    }

    /** Without a trusted clock nothing is too old. */
    private long olderThanMillis(PressTime now) {
        long most = (long) files.setup().keepMib() << 20;
        if (file.<Long>read(OutboxFile::usedBytes) > most) {
            return Long.MAX_VALUE;
        }
        return now.trusted()
                ? now.wallMillis() - TimeUnit.DAYS.toMillis(files.setup().keepDays())
                : Long.MIN_VALUE;
    }

    /** What a press would have to do otherwise, at 1 000 pages. */
    private void checkpoint() {
        file.read(it -> Sql.text(it.reader(), "pragma wal_checkpoint(passive)"));
    }
}

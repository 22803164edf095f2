package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the outbox well for years, in small steps; and what is done when the disk is full. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** Files set aside that stay, for whoever wants to look. */
    private static final int KEPT_ASIDE = 3;
    /** No visitor is silent for so long between two answers. */
    private static final long VISIT_MILLIS = TimeUnit.HOURS.toMillis(1);

    private static final long PRUNE_MILLIS = TimeUnit.HOURS.toMillis(1);
    /** Looks for settled responses while a visitor waits. */
    private static final int LOOKS = 50;

    private final Outbox outbox;
    private final OutboxFiles files;
    private final Space space;
    private volatile boolean damaged = true;
    private volatile long appendedMillis;
    private volatile @Nullable Statement checking;
    private volatile boolean checkDue = true;
    private @Nullable Prune prune;
    private long pruneAt;
    private @Nullable Salvage salvage;
    private int salvaged;

    Upkeep(Outbox outbox, OutboxFiles files) {
        this.outbox = outbox;
        this.files = files;
        this.space = files.space();
        space.look();
        noteDamaged();
    }

    List<String> problems() {
        return Stream.concat(damaged ? Stream.of("outbox-damaged") : Stream.of(), space.problems().stream())
                .toList();
    }

    /** Somebody pressed. */
    void appended(PressTime time) {
        appendedMillis = time.uptimeMillis();
    }

    /** A fresh file has taken the place of a damaged one; called under both locks. */
    synchronized void replaced() {
        damaged = true;
        prune = null;
        forgetSalvage();
    }

    /** @return whether there is more to do now */
    boolean step(PressTime now) {
        if (checkDue) {
            checkDue = false;
            check();
            return true;
        }
        if (now.uptimeMillis() - appendedMillis > VISIT_MILLIS) {
            outbox.endVisit();
        }
        boolean more = moveConflicts() || salvage() || prune(now);
        space.look();
        checkpoint();
        return more;
    }

    /** Ends a check that is under way. */
    void close() {
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
        OutboxFile file = outbox.read(it -> it);
        try (Connection connection = OutboxSchema.connect(files.path());
                Statement statement = connection.createStatement()) {
            checking = statement;
            OutboxFile.check(statement);
        } catch (SQLException e) {
            outbox.heal(file, e);
        } finally {
            checking = null;
        }
    }

    /** Copies what is in conflict, of visits that have ended, into a journal without conflicts. */
    boolean moveConflicts() {
        long open = outbox.visitKey();
        List<Integer> places = outbox.read(it -> MoveConflicts.waiting(it.reader(), open));
        if (places.isEmpty()) {
            return false;
        }
        outbox.write(
                it -> {
                    if (places.contains(it.journals().newest().place())) {
                        OutboxSetup setup = files.setup();
                        it.journals().begin(it.ownPlace(), setup.ids().get(), setup.unit());
                        files.list(it.journals());
                        LOG.error("Another machine uses a copy of this card: both gave the same numbers. Nothing is"
                                + " lost, and from now on they differ. Give each terminal a card made for it.");
                    }
                    it.morePending(MoveConflicts.step(it.writer(), it.journals(), open));
                    return true;
                },
                "put in order");
        return true;
    }

    private void noteDamaged() {
        try {
            List<Integer> numbers = files.aside().numbers();
            damaged = outbox.write(
                    it -> {
                        for (int number : numbers) {
                            Sql.update(it.writer(), "insert or ignore into salvage values (?, 0, 0, 0)", number);
                        }
                        return Sql.number(it.writer(), "select count(*) from salvage where state < " + Salvage.TOLD)
                                > 0;
                    },
                    "prepared");
        } catch (IOException | OutboxException e) {
            LOG.warn("Damaged files cannot be looked for yet; it is tried again. ({})", e.getMessage());
        }
    }

    private synchronized boolean salvage() {
        if (!damaged) {
            return false;
        }
        if (salvage == null && !beginSalvage()) {
            return false;
        }
        Salvage running = salvage;
        if (running == null) {
            return false;
        }
        try {
            if (!outbox.write(running::step, "salvaged")) {
                endSalvage(running);
            }
            return true;
        } catch (OutboxException e) {
            forgetSalvage(); // what this step had read is not in the outbox: it begins anew
            throw e;
        }
    }

    private void forgetSalvage() {
        if (salvage != null) {
            salvage.close();
            salvage = null;
        }
    }

    /** The newest file first: what it holds of a journal is later than what older ones do. */
    private boolean beginSalvage() {
        noteDamaged();
        salvaged = outbox.<Long>read(
                        it -> Sql.number(it.reader(), "select max(file) from salvage where state = " + Salvage.TO_DO))
                .intValue();
        if (salvaged == 0) {
            return false;
        }
        try {
            salvage = new Salvage(new DamagedFile(files.aside().damaged(salvaged)));
            return true;
        } catch (IOException e) {
            LOG.error(
                    "The damaged file {} cannot be read at all ({}).",
                    files.aside().damaged(salvaged),
                    e.toString());
            outbox.write(it -> read(it, 0, 0), "marked");
            return false;
        }
    }

    private void endSalvage(Salvage ended) {
        forgetSalvage();
        long lost = outbox.write(
                it -> {
                    long missing = Salvage.lost(it);
                    read(it, ended.kept(), missing);
                    return missing;
                },
                "marked");
        LOG.warn(
                "Salvaged {} responses of {}; at most {} could not be read, their numbers show as missing on the server.",
                ended.kept(),
                files.aside().damaged(salvaged),
                lost);
    }

    private int read(OutboxFile file, long kept, long lost) throws SQLException {
        return Sql.update(
                file.writer(),
                "update salvage set state = " + Salvage.READ + ", kept = ?, lost = ? where file = ?",
                kept,
                lost,
                salvaged);
    }

    /** A receipt came: when nothing salvaged waits any more, the server knows all there is to know. */
    void told() {
        if (!damaged) {
            return;
        }
        boolean still = outbox.write(
                it -> {
                    List<Long> waiting = Responses.oldestPending(it.writer(), Long.MIN_VALUE);
                    if (waiting.isEmpty() || Key.journal(waiting.getFirst()) >= it.ownPlace()) {
                        Sql.update(
                                it.writer(),
                                "update salvage set state = " + Salvage.TOLD + " where state = " + Salvage.READ);
                    }
                    return Sql.number(it.writer(), "select count(*) from salvage where state < " + Salvage.TOLD) > 0;
                },
                "marked");
        damaged = still;
        if (!still) {
            dropOld();
        }
    }

    private void dropOld() {
        try {
            for (int number : files.aside().beyond(KEPT_ASIDE)) {
                files.aside().delete(number);
            }
        } catch (IOException e) {
            LOG.warn("An old damaged file could not be removed ({}). Remove it by hand.", e.toString());
        }
    }

    private synchronized boolean prune(PressTime now) {
        if (now.uptimeMillis() < pruneAt) {
            return false;
        }
        Prune search = prune == null ? new Prune() : prune;
        prune = search;
        long olderThan = olderThanMillis(now);
        Prune.Found found = outbox.read(it -> search.next(it.reader(), it.journals(), olderThan));
        if (!found.keys().isEmpty()) {
            outbox.write(it -> Prune.remove(it.writer(), found.keys()), "cleared");
        }
        if (!found.more()) {
            pruneAt = now.uptimeMillis() + PRUNE_MILLIS;
        }
        return found.more();
    }

    /** Without a trusted clock nothing is too old. */
    private long olderThanMillis(PressTime now) {
        long most = (long) files.setup().keepMib() << 20;
        if (outbox.<Long>read(OutboxFile::usedBytes) > most) {
            return Long.MAX_VALUE;
        }
        return now.trusted()
                ? now.wallMillis() - TimeUnit.DAYS.toMillis(files.setup().keepDays())
                : Long.MIN_VALUE;
    }

    /** What a press would have to do otherwise, at 1 000 pages. */
    private void checkpoint() {
        outbox.read(it -> Sql.text(it.reader(), "pragma wal_checkpoint(passive)"));
    }

    /**
     * Settled responses go first, then the log is emptied, then the reserve is given up. Called under the write lock.
     *
     * @throws OutboxException when nothing helps
     */
    long appendInAFullDisk(OutboxFile file, int place, Responses.Entry entry, SQLException full) {
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
                if (!found.keys().isEmpty()) {
                    Prune.remove(file.writer(), found.keys());
                    return;
                }
                more = found.more();
            }
        } catch (SQLException e) {
            LOG.debug("No room could be made yet.", e);
        }
    }
}

package hymio.kiosk.outbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of files that were set aside: they are salvaged one by one, told to the server, and kept for a while.
 */
final class DamagedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedFiles.class);

    /** Files set aside that stay, for whoever wants to look. */
    private static final int KEPT = 3;

    private static final String NOT_TOLD = "select count(*) from salvage where state < " + Salvage.TOLD;

    private final FileInUse file;
    private final SetAside aside;
    /** The file of which it is known that it has no damaged ones before it that wait; changed under the write lock. */
    private volatile @Nullable OutboxFile healed;
    /** What is being salvaged, of which number, into which file. Used by the thread that tidies. */
    private @Nullable Salvage salvage;

    private int number;
    private @Nullable OutboxFile into;

    DamagedFiles(FileInUse file, SetAside aside) {
        this.file = file;
        this.aside = aside;
        note();
    }

    /** Whether the server does not yet hold all that can be salvaged. */
    boolean waiting() {
        return healed != file.file();
    }

    /** @return whether something was done, and there may be more */
    boolean step() {
        if (into != file.file()) {
            end();
        }
        if (!waiting() || (salvage == null && !begin())) {
            return false;
        }
        Salvage running = salvage;
        if (running == null) {
            return false;
        }
        try {
            if (!file.write(running::step, "salvaged")) {
                finish(running);
            }
            return true;
        } catch (OutboxException e) {
            end(); // what this step had read is not in the outbox: it begins anew
            throw e;
        }
    }

    /** A receipt came: when nothing salvaged waits any more, the server knows all there is to know. */
    void told() {
        if (!waiting()) {
            return;
        }
        file.write(
                it -> {
                    List<Long> pending = Responses.oldestPending(it.writer(), Long.MIN_VALUE);
                    if (pending.isEmpty() || Key.journal(pending.getFirst()) >= it.ownPlace()) {
                        Sql.update(
                                it.writer(),
                                "update salvage set state = " + Salvage.TOLD + " where state = " + Salvage.READ);
                    }
                    return heal(it);
                },
                "marked");
        if (!waiting()) {
            dropOld();
        }
    }

    private boolean heal(OutboxFile it) throws SQLException {
        if (Sql.number(it.writer(), NOT_TOLD) == 0) {
            healed = it;
        }
        return true;
    }

    private void note() {
        try {
            List<Integer> numbers = aside.numbers();
            file.write(
                    it -> {
                        for (int each : numbers) {
                            Sql.update(
                                    it.writer(),
                                    "insert or ignore into salvage(file, state, kept, lost) values (?, " + Salvage.TO_DO
                                            + ", 0, 0)",
                                    each);
                        }
                        return heal(it);
                    },
                    "prepared");
        } catch (IOException | OutboxException e) {
            LOG.warn("Damaged files cannot be looked for yet; it is tried again. ({})", e.getMessage());
        }
    }

    /** The newest file first: what it holds of a journal is later than what older ones do. */
    private boolean begin() {
        note();
        into = file.file();
        number = file.<Long>read(
                        it -> Sql.number(it.reader(), "select max(file) from salvage where state = " + Salvage.TO_DO))
                .intValue();
        if (number == 0) {
            return false;
        }
        try {
            salvage = new Salvage(new DamagedFile(aside.damaged(number)));
            return true;
        } catch (IOException e) {
            LOG.error("The damaged file {} cannot be read at all ({}).", aside.damaged(number), e.toString());
            file.write(it -> read(it, 0, 0), "marked");
            return false;
        }
    }

    private void end() {
        if (salvage != null) {
            salvage.close();
            salvage = null;
        }
    }

    private void finish(Salvage ended) {
        end();
        long lost = file.write(
                it -> {
                    long missing = Salvage.lost(it);
                    read(it, ended.kept(), missing);
                    return missing;
                },
                "marked");
        LOG.warn(
                "Salvaged {} responses of {}; at most {} could not be read, their numbers show as missing on the server.",
                ended.kept(),
                aside.damaged(number),
                lost);
    }

    private int read(OutboxFile it, long kept, long lost) throws SQLException {
        return Sql.update(
                it.writer(),
                "update salvage set state = " + Salvage.READ + ", kept = ?, lost = ? where file = ?",
                kept,
                lost,
                number);
    }

    private void dropOld() {
        try {
            for (int old : aside.beyond(KEPT)) {
                aside.delete(old);
            }
        } catch (IOException e) {
            LOG.warn("An old damaged file could not be removed ({}). Remove it by hand.", e.toString());
        }
    }
}

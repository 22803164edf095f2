package hymio.kiosk.outbox;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * How an outbox is kept.
 *
 * @param unit a word for the machine, as in the heartbeat; empty: not known
 * @param keepDays how long settled responses stay as a safety copy, days
 * @param keepMib how much room the file may use before settled responses go earlier, MiB
 * @param ids mints the ids of journals
 * @param reserveKib room that is held for the day when the disk is full, KiB; 0: none
 * @param maxPages largest size of the file in pages of 4 KiB; 0: no limit but the disk
 */
public record OutboxSetup(String unit, int keepDays, int keepMib, Supplier<UUID> ids, int reserveKib, long maxPages) {
    private static final int RESERVE_KIB = 2_048;

    public OutboxSetup(String unit, int keepDays, int keepMib) {
        this(unit, keepDays, keepMib, UUID::randomUUID, RESERVE_KIB, 0);
    }

    /** A machine that is not known, and the usual safety copy. */
    public static OutboxSetup usual() {
        return new OutboxSetup("", 90, 64);
    }
}

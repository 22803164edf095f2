package hymio.wire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The server's word, given after commit, that responses are safe. Only this settles a row on the terminal; an HTTP 200
 * without a receipt for the right journal settles nothing (captive portals answer 200 too).
 *
 * @param journal the journal of the batch
 * @param settled ranges of numbers that the server holds, now or from before
 * @param conflicts numbers that the server already holds with other content; kept aside on both sides
 * @param serverMillis the server's clock, milliseconds since 1970 UTC
 * @param config version of the newest config for this terminal
 * @param waitSeconds how long to wait before the next call when there is nothing more to send
 * @param missing numbers of this journal, up to the batch's {@code last}, that the server does not hold: a terminal
 *     that settled them sends them again (a server that was restored from an older backup asks so). The lowest, at most
 *     {@link Limits#MISSING}; left out when there is none
 */
public record Receipt(
        UUID journal,
        List<Range> settled,
        List<Long> conflicts,
        long serverMillis,
        String config,
        int waitSeconds,
        Optional<List<Range>> missing) {
    public Receipt {
        Check.size("settled", settled, Limits.BATCH_RESPONSES);
        Check.size("conflicts", conflicts, Limits.BATCH_RESPONSES);
        settled = List.copyOf(settled);
        conflicts = List.copyOf(conflicts);
        conflicts.forEach(number -> Check.range("conflicts", number, 1, Limits.NUMBER));
        Check.range("serverMillis", serverMillis, 0, Limits.WALL_MILLIS);
        Check.text("config", config, Limits.WORD);
        Check.range("waitSeconds", waitSeconds, 0, Limits.WAIT_SECONDS);
        missing.ifPresent(ranges -> Check.size("missing", ranges, Limits.MISSING));
        missing = missing.map(List::copyOf);
    }

    /** A receipt that misses nothing. */
    public Receipt(
            UUID journal,
            List<Range> settled,
            List<Long> conflicts,
            long serverMillis,
            String config,
            int waitSeconds) {
        this(journal, settled, conflicts, serverMillis, config, waitSeconds, Optional.empty());
    }

    /** Numbers from {@code first} to {@code last}, both included. */
    public record Range(long first, long last) {
        public Range {
            Check.range("settled.first", first, 1, Limits.NUMBER);
            Check.range("settled.last", last, first, Limits.NUMBER);
        }
    }
}

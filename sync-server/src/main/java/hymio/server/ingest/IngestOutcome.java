package hymio.server.ingest;

import hymio.wire.Receipt;
import java.util.List;

/** What came of a batch. */
public sealed interface IngestOutcome {
    /**
     * Committed.
     *
     * @param settled numbers that the server holds, now or from before
     * @param conflicts numbers that it holds with other content
     * @param missing the lowest ranges of numbers that it does not hold and that are not on their way
     * @param fresh how many of the settled it did not hold before
     */
    record Stored(List<Receipt.Range> settled, List<Long> conflicts, List<Receipt.Range> missing, int fresh)
            implements IngestOutcome {}

    /**
     * A response cannot be; nothing of the batch was stored.
     *
     * @param field such as {@code responses[3].takesBack}
     * @param why what it must be
     */
    record Refused(String field, String why) implements IngestOutcome {}

    /** The terminal was revoked meanwhile; nothing was stored. */
    record Revoked() implements IngestOutcome {}

    /** The journal belongs to another terminal; nothing was stored. */
    record JournalTaken() implements IngestOutcome {}
}

package hymio.kiosk.carry;

import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.PendingBatch;
import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.PressTime;
import java.util.Optional;
import java.util.function.Supplier;

/** The responses that wait, of all journals, as they would be sent. Thread-safe. */
public final class PendingBatches {
    /** Responses of one batch: even with a comment of 500 characters each they stay below the limit of one file. */
    private static final int RESPONSES = 500;

    private final Outbox outbox;
    private final Supplier<PressTime> now;
    private final Supplier<Heartbeat> heartbeat;

    public PendingBatches(Outbox outbox, Supplier<PressTime> now, Supplier<Heartbeat> heartbeat) {
        this.outbox = outbox;
        this.now = now;
        this.heartbeat = heartbeat;
    }

    /** How many responses wait. */
    long count() {
        return outbox.pending();
    }

    /**
     * Responses of one journal, the oldest first.
     *
     * @param before what was taken last; empty at the start
     * @return empty: there is no more
     */
    Optional<Batch> after(Optional<Batch> before) {
        PendingBatch next = before.map(PendingBatches::taken)
                .map(it -> outbox.following(it, RESPONSES))
                .orElseGet(() -> outbox.oldest(RESPONSES));
        return next.responses().isEmpty() ? Optional.empty() : Optional.of(batch(next));
    }

    private static PendingBatch taken(Batch batch) {
        return new PendingBatch(batch.journal(), batch.last(), batch.responses(), batch.boots());
    }

    private Batch batch(PendingBatch it) {
        return new Batch(it.journal(), it.last(), now.get(), it.responses(), heartbeat.get(), it.boots());
    }
}

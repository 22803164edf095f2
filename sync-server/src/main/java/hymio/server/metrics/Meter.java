package hymio.server.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Counts since the start of this server. Thread-safe. */
public final class Meter {
    private final LongAdder stored = new LongAdder();
    private final LongAdder known = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder busy = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /**
     * What was counted up to a moment.
     *
     * @param stored responses that were new
     * @param known responses that stood already
     * @param conflicts responses whose number stood with other content
     * @param batches that got a receipt
     * @param refused batches of which nothing was stored, for what they said
     * @param busy batches that were told to come later
     * @param seconds from the arrival of those with a receipt to their commit, together
     */
    public record Counts(
            long stored, long known, long conflicts, long batches, long refused, long busy, double seconds) {}

    /** A batch got its receipt. */
    public void receipt(long stored, long known, long conflicts, long nanos) {
        this.stored.add(stored);
        this.known.add(known);
        this.conflicts.add(conflicts);
        this.nanos.add(nanos);
        batches.increment();
    }

    public void refused() {
        refused.increment();
    }

    public void busy() {
        busy.increment();
    }

    Counts counts() {
        return new Counts(
                stored.sum(),
                known.sum(),
                conflicts.sum(),
                batches.sum(),
                refused.sum(),
                busy.sum(),
                nanos.sum() / 1e9);
    }
}

package hymio.server.ingest;

import hymio.wire.Batch;

/** How a batch came. */
public sealed interface Arrival {
    /** When it reached the server, by the server's clock, milliseconds since 1970 UTC. */
    long receivedMillis();

    /** The terminal sends it at this moment: {@link Batch#sent} is now, whatever its wall clock says. */
    record Now(long receivedMillis) implements Arrival {}

    /**
     * The terminal wrote it some time ago and somebody carried it here: an untrusted {@link Batch#sent} tells nothing
     * of the time, and the heartbeat is not how the terminal is.
     */
    record Written(long receivedMillis) implements Arrival {}
}

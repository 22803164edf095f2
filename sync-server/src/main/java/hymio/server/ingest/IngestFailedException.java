package hymio.server.ingest;

import org.jspecify.annotations.Nullable;

/** A batch could not be stored; nothing of it was kept. The cause says why. */
final class IngestFailedException extends RuntimeException {
    IngestFailedException(@Nullable Throwable cause) {
        super("The batch was not stored", cause);
    }
}

package hymio.kiosk.outbox;

import org.jspecify.annotations.Nullable;

/** The outbox could not do what it must; the message says what to do. */
public final class OutboxException extends RuntimeException {
    public OutboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

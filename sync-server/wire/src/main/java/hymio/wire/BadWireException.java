package hymio.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not the message they should be. The message says which field and why, fit to show to a person. */
public sealed class BadWireException extends RuntimeException permits TooLargeException {
    public BadWireException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

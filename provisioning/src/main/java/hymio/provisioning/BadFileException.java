package hymio.provisioning;

import org.jspecify.annotations.Nullable;

/** A file the administrator named cannot be used. The message says which and why. */
final class BadFileException extends RuntimeException {
    BadFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

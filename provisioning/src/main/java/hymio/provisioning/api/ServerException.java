package hymio.provisioning.api;

import org.jspecify.annotations.Nullable;

/**
 * The server refused, or could not be asked. The message says what happened and what to do, fit to show to a person.
 */
public final class ServerException extends RuntimeException {
    public ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

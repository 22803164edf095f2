package hymio.provisioning.api;

import hymio.wire.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The server refused, or could not be asked. The message says what happened and what to do, fit to show to a person.
 */
public final class ServerException extends RuntimeException {
    private final int status;

    public ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
        status = 0;
    }

    ServerException(Problem problem) {
        super(problem.detail() + " (" + problem.status() + " " + problem.word() + ")");
        status = problem.status();
    }

    /** Whether the server refused just this content, so that other content may still be taken. */
    public boolean refusesContent() {
        return status == 400 || status == 404 || status == 409 || status == 413 || status == 422;
    }
}

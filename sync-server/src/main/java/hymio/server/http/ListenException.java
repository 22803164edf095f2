package hymio.server.http;

/** The server cannot listen where it should. The message says why and what to do, fit to show to a person. */
public final class ListenException extends RuntimeException {
    ListenException(String message) {
        super(message);
    }
}

package hymio.server.http;

/** Certificate and key cannot be used. The message says why and what to do, fit to show to a person. */
public final class TlsException extends RuntimeException {
    TlsException(String message) {
        super(message);
    }
}

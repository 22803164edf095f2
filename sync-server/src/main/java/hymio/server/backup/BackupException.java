package hymio.server.backup;

/** A backup could not be made, is none, or cannot be put back. The message says what to do, fit to show to a person. */
public final class BackupException extends RuntimeException {
    BackupException(String message) {
        super(message);
    }
}

package hymio.server.db;

/** The data folder cannot be used. The message says why and what to do, fit to show to a person. */
public final class DataFolderException extends RuntimeException {
    DataFolderException(String message) {
        super(message);
    }
}

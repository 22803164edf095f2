package hymio.bench;

/** Something could not be measured; the message says what. */
public final class BenchException extends Exception {
    public BenchException(String message) {
        super(message);
    }
}

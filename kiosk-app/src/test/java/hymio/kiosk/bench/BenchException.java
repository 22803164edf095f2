package hymio.kiosk.bench;

/** Something could not be measured; the message says what. */
final class BenchException extends Exception {
    BenchException(String message) {
        super(message);
    }
}

package hymio.wire;

/** A message that is larger than {@link Limits} allow once unpacked. */
public final class TooLargeException extends BadWireException {
    public TooLargeException(String message) {
        super(message, null);
    }
}

package hymio.wire;

/**
 * The staff PIN that a location shall have. The server keeps only a {@link StaffPin} of it.
 *
 * @param pin 6 to 10 digits
 */
public record PinRequest(String pin) {
    public PinRequest {
        if (!StaffPin.allowed(pin)) {
            throw new BadValueException("pin", "must be 6 to 10 digits");
        }
    }

    @Override
    public String toString() {
        return "PinRequest[REDACTED]";
    }
}

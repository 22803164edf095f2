package hymio.wire;

import java.util.Base64;

/**
 * Lets a terminal check the staff PIN without a network and without knowing it: PBKDF2 with HMAC-SHA-256 (RFC 8018) of
 * the PIN's digits in ASCII.
 *
 * @param salt base64, 16 bytes
 * @param iterations of PBKDF2
 * @param hash base64, 32 bytes
 */
public record StaffPin(String salt, int iterations, String hash) {
    public static final int SALT_BYTES = 16;
    public static final int HASH_BYTES = 32;

    public StaffPin {
        bytes("salt", salt, SALT_BYTES);
        Check.range("iterations", iterations, 10_000, 2_000_000);
        bytes("hash", hash, HASH_BYTES);
    }

    /** Whether a PIN may be set: 6 to 10 digits. */
    public static boolean allowed(String pin) {
        return pin.matches("[0-9]{6,10}");
    }

    private static void bytes(String field, String base64, int length) {
        try {
            if (Base64.getDecoder().decode(base64).length == length) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new BadValueException(field, "must be base64");
        }
        throw new BadValueException(field, "must be " + length + " bytes in base64");
    }

    @Override
    public String toString() {
        return "StaffPin[REDACTED]";
    }
}

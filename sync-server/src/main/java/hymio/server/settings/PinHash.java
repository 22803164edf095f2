package hymio.server.settings;

import hymio.wire.StaffPin;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes a {@link StaffPin} of a PIN, with a salt of its own. Thread-safe if its random source is. */
final class PinHash {
    /** A terminal's small processor must check it too, within a second or two. */
    private static final int ITERATIONS = 100_000;

    private final RandomGenerator random;

    /** @param random cryptographically strong */
    PinHash(RandomGenerator random) {
        this.random = random;
    }

    /** @param pin 6 to 10 digits */
    StaffPin of(String pin) {
        byte[] salt = new byte[StaffPin.SALT_BYTES];
        random.nextBytes(salt);
        PBEKeySpec digits = new PBEKeySpec(pin.toCharArray(), salt, ITERATIONS, StaffPin.HASH_BYTES * 8);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(digits)
                    .getEncoded();
            return new StaffPin(base64(salt), ITERATIONS, base64(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        } finally {
            digits.clearPassword();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

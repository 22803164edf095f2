package hymio.kiosk.staff;

import hymio.wire.StaffPin;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Compares a PIN with the hash that the server sent: PBKDF2 with HMAC-SHA-256 (RFC 8018). Takes long, on purpose. */
final class PinCheck {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    static boolean right(StaffPin pin, String digits) {
        if (!StaffPin.allowed(digits)) {
            return false;
        }
        byte[] wanted = Base64.getDecoder().decode(pin.hash());
        return MessageDigest.isEqual(wanted, hash(pin, digits));
    }

    private static byte[] hash(StaffPin pin, String digits) {
        byte[] salt = Base64.getDecoder().decode(pin.salt());
        PBEKeySpec spec = new PBEKeySpec(digits.toCharArray(), salt, pin.iterations(), StaffPin.HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }

    private PinCheck() {}
}

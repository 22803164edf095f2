package hymio.server.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names for contents: equal exactly when the contents are. */
final class Hashes {
    private static final int BYTES = 12;

    static String of(String text) {
        return shortText(sha256().digest(text.getBytes(UTF_8)));
    }

    /** Sixteen characters fit for an address. */
    static String shortText(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Hashes() {}
}

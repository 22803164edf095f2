package hymio.server.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Makes random words and keeps only their hash. One SHA-256 is enough for them, because nobody can guess their random
 * bits; passwords that people choose need more.
 */
public final class Secrets {
    /** Without 0, O, 1, I and L, which people mix up: 4.95 bits a character. */
    private static final byte[] ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789".getBytes(US_ASCII);

    private final RandomGenerator random;

    /** @param random cryptographically strong */
    public Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** 256 random bits, 43 characters of base64url. */
    public String token() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Random capitals and digits that people can read out. */
    public String word(int length) {
        byte[] word = new byte[length];
        for (int i = 0; i < length; i++) {
            word[i] = ALPHABET[random.nextInt(ALPHABET.length)];
        }
        return new String(word, US_ASCII);
    }

    /** SHA-256, 32 bytes. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Compares in a time that does not tell how much is right. */
    public static boolean matches(String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(secret), hash);
    }
}

package hymio.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bundle as it lies on a stick: one line {@code hymio-bundle 1 <terminal> <signature>}, then the gzip of the bundle's
 * JSON. The signature is HMAC-SHA-256 (RFC 2104), base64url, over that line's first three words and the gzip; its key
 * is derived from the SHA-256 of the terminal's secret, which is all that the server keeps of it.
 *
 * @param terminal who says it wrote it; believed only when {@link #signedWith} says so
 * @param packed gzip of the JSON of a {@link Bundle}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BundleFile(String terminal, byte[] signature, byte[] packed) {
    /** How a file's name ends. */
    public static final String SUFFIX = ".hymio";

    private static final String MAGIC = "hymio-bundle 1 ";
    private static final String HMAC = "HmacSHA256";
    private static final int LINE = 200;

    /** @param secretHash SHA-256 of the terminal's secret */
    public static BundleFile sign(String terminal, byte[] secretHash, byte[] packed) {
        return new BundleFile(terminal, signature(terminal, secretHash, packed), packed);
    }

    /** @param secretHash SHA-256 of the terminal's secret */
    public boolean signedWith(byte[] secretHash) {
        return MessageDigest.isEqual(signature, signature(terminal, secretHash, packed));
    }

    public byte[] bytes() {
        String line =
                MAGIC + terminal + ' ' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature) + '\n';
        byte[] head = line.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(head, head.length + packed.length);
        System.arraycopy(packed, 0, bytes, head.length, packed.length);
        return bytes;
    }

    /** @throws BadWireException when these bytes are no bundle, or one of a newer Hymiö */
    public static BundleFile read(byte[] bytes) {
        int end = 0;
        while (end < Math.min(bytes.length, LINE) && bytes[end] != '\n') {
            end++;
        }
        String line = new String(bytes, 0, end, StandardCharsets.US_ASCII);
        String[] words = line.split(" ");
        if (!line.startsWith(MAGIC) || words.length != 4 || end + 1 >= bytes.length || !Limits.isId(words[2])) {
            throw new BadWireException(
                    "This is no bundle of a Hymiö terminal, or one that a newer Hymiö wrote. Choose the files that"
                            + " end in " + SUFFIX + ".",
                    null);
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(words[3]);
            return new BundleFile(words[2], signature, Arrays.copyOfRange(bytes, end + 1, bytes.length));
        } catch (IllegalArgumentException e) {
            throw new BadWireException("The first line of this bundle is damaged. Write it again.", e);
        }
    }

    private static byte[] signature(String terminal, byte[] secretHash, byte[] packed) {
        byte[] key = mac(secretHash, "hymio bundle".getBytes(StandardCharsets.US_ASCII), new byte[0]);
        return mac(key, (MAGIC + terminal).getBytes(StandardCharsets.US_ASCII), packed);
    }

    private static byte[] mac(byte[] key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}

package hymio.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The two PEM files of a server's identity.
 *
 * @param certificate the server's own certificate first, then those between it and the authority
 * @param key its private key, PKCS #8 without a password (RFC 5958, RFC 7468)
 */
public record TlsFiles(Path certificate, Path key) {
    /** What stood in the files at one moment. */
    @SuppressWarnings("ArrayRecordComponent") // compared by sameAs
    record Content(byte[] certificate, byte[] key) {
        boolean sameAs(Content other) {
            return Arrays.equals(certificate, other.certificate) && Arrays.equals(key, other.key);
        }
    }

    /** @throws TlsException when one of them cannot be read */
    Content content() {
        return new Content(read(certificate), read(key));
    }

    /** @throws TlsException when they are no pair that a server can show; fit to show to a person */
    TlsPair read() {
        return parse(content());
    }

    TlsPair parse(Content content) {
        return TlsPair.parse(content.certificate(), content.key(), this);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
            throw new TlsException(file + " cannot be read (" + why + "). Name a PEM file that this user may read.");
        }
    }
}

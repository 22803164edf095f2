package hymio.kiosk.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Who this terminal is to the server. Kept in the file {@code identity} (0600): the secret on the first line, the
 * terminal's id on the second once the server has given one.
 *
 * @param secret minted here, 256 random bits in base64url; saved before the server hears of it
 * @param terminal id given by the server, empty before enrolment
 */
public record Identity(String secret, String terminal) {
    private static final String FILE = "identity";
    private static final int SECRET_BYTES = 32;

    /**
     * The saved identity; at the first start a new one, saved at once.
     *
     * @throws DataFolder.UnusableException if it is damaged, or cannot be read or written
     */
    public static Identity loadOrMint(DataFolder folder, SecureRandom random) {
        try {
            if (Files.exists(folder.file(FILE))) {
                return parse(Files.readAllLines(folder.file(FILE)));
            }
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            return new Identity(Base64.getUrlEncoder().withoutPadding().encodeToString(secret), "").save(folder);
        } catch (IOException e) {
            throw new DataFolder.UnusableException(
                    "The file " + folder.file(FILE) + " cannot be used (" + e.getMessage() + ").");
        }
    }

    private static Identity parse(List<String> lines) throws IOException {
        if (lines.isEmpty() || lines.getFirst().length() < SECRET_BYTES) {
            throw new IOException("it holds no secret; remove it and enrol the terminal again with a new code");
        }
        return new Identity(lines.getFirst(), lines.size() < 2 ? "" : lines.get(1));
    }

    public boolean enrolled() {
        return !terminal.isEmpty();
    }

    /** Remembers the id that the server gave. */
    public Identity enrolledAs(String id, DataFolder folder) throws IOException {
        return new Identity(secret, id).save(folder);
    }

    /** What the terminal sends as {@code Authorization: Bearer}. */
    public String bearer() {
        return terminal + "." + secret;
    }

    private Identity save(DataFolder folder) throws IOException {
        folder.replace(FILE, (secret + "\n" + terminal + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public String toString() {
        return "Identity[secret=REDACTED, terminal=" + terminal + "]";
    }
}

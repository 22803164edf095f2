package hymio.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What happened, as a hash, and as lines when they are wanted. */
final class Trace {
    private static final int HASH_BYTES = 8;

    private final MessageDigest digest;
    private final List<String> lines = new ArrayList<>();
    private final boolean keep;

    /** @param keep whether the lines are wanted */
    Trace(boolean keep) {
        this.keep = keep;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    void add(long millis, String who, String what) {
        String line = Instant.ofEpochMilli(millis) + " " + who + " " + what;
        digest.update(line.getBytes(UTF_8));
        if (keep) {
            lines.add(line);
        }
    }

    /** Goes into the hash only. */
    void seal(String state) {
        digest.update(state.getBytes(UTF_8));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Ends the trace. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }
}

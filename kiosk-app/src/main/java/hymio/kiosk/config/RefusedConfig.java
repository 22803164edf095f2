package hymio.kiosk.config;

import hymio.wire.BadValueException;
import hymio.wire.Heartbeat.Refusal;
import hymio.wire.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The config that this app cannot read, kept in {@code config.refused} (version, then why) so that a restart neither
 * forgets it nor says it again. Thread-safe.
 */
final class RefusedConfig {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedConfig.class);
    private static final String FILE = "config.refused";

    private final DataFolder folder;
    private Optional<Refusal> now;

    RefusedConfig(DataFolder folder) {
        this.folder = folder;
        this.now = load();
    }

    synchronized Optional<Refusal> now() {
        return now;
    }

    /** What is refused of the server's. */
    synchronized void refuse(String version, String why) {
        Optional<Refusal> next = refusal(version, why);
        if (next.equals(now)) {
            return;
        }
        now = next;
        LOG.error(
                "The server's config {} cannot be used by this app ({}). The last good one stays in use. Correct it on"
                        + " the server, or update the app.",
                version,
                line(why));
        try {
            folder.replace(FILE, (version + "\n" + line(why) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn(
                    "That it is refused could not be saved; after a restart it is asked for again. ({})", e.toString());
        }
    }

    /** What is saved here is unreadable; it is seen again at each start, so there is nothing to save. */
    synchronized void found(String file, String why) {
        now = now.or(() -> refusal(file, why));
    }

    synchronized void over() {
        if (now.isEmpty()) {
            return;
        }
        now = Optional.empty();
        try {
            folder.remove(FILE);
        } catch (IOException e) {
            LOG.warn("{} could not be removed; it goes with the next good config. ({})", FILE, e.toString());
        }
    }

    private Optional<Refusal> load() {
        try {
            List<String> lines = Files.exists(folder.file(FILE)) ? Files.readAllLines(folder.file(FILE)) : List.of();
            return lines.size() < 2 ? Optional.empty() : refusal(lines.get(0), lines.get(1));
        } catch (IOException e) {
            return Optional.empty(); // the server is asked again, and its config is refused again
        }
    }

    private static Optional<Refusal> refusal(String version, String why) {
        try {
            return Optional.of(new Refusal(version, line(why)));
        } catch (BadValueException e) {
            return Optional.empty(); // half a file after a fault of the disk
        }
    }

    /** As the contract has it: one line, at most {@link Limits#TEXT} characters. */
    private static String line(String why) {
        String plain = why.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() <= Limits.TEXT ? plain : plain.substring(0, Limits.TEXT - 1) + "…";
    }
}

package hymio.kiosk.sync;

import hymio.kiosk.config.DataFolder;
import hymio.wire.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A time that has passed for certain, whatever the clock says: never before this app was built, and never before the
 * newest time that {@link ServerTrust} vouched for, which is kept in the file {@code time-floor} of the data folder. It
 * only rises. Thread-safe.
 */
final class TimeFloor {
    static final String FILE = "time-floor";

    /** A certificate's life is counted in days: so seldom is the card written, milliseconds. */
    private static final long STEP_MILLIS = Duration.ofDays(1).toMillis();

    private static final Logger LOG = LoggerFactory.getLogger(TimeFloor.class);

    private final DataFolder folder;
    private OptionalLong millis = OptionalLong.empty();
    private boolean unkept;

    TimeFloor(DataFolder folder) {
        this.folder = folder;
    }

    /** Milliseconds since 1970 UTC. */
    synchronized long millis() {
        if (millis.isEmpty()) {
            millis = OptionalLong.of(Math.max(builtMillis(), keptMillis()));
        }
        return millis.getAsLong();
    }

    /** Keeps a later time, when it is at least a day later; else does nothing. */
    synchronized void raise(long toMillis) {
        long to = Math.min(toMillis, Limits.WALL_MILLIS);
        if (to >= millis() + STEP_MILLIS) {
            millis = OptionalLong.of(to);
            keep(Instant.ofEpochMilli(to));
        }
    }

    private void keep(Instant time) {
        try {
            folder.replace(FILE, (time + "\n").getBytes(StandardCharsets.US_ASCII));
            unkept = false;
        } catch (IOException e) {
            if (!unkept) {
                LOG.warn("The newest known time could not be kept ({}). Free space on the disk.", e.getMessage());
            }
            unkept = true;
        }
    }

    private long keptMillis() {
        try {
            String kept = Files.readString(folder.file(FILE)).strip();
            return Math.min(Instant.parse(kept).toEpochMilli(), Limits.WALL_MILLIS);
        } catch (NoSuchFileException first) {
            return 0;
        } catch (IOException | DateTimeException | ArithmeticException e) {
            LOG.warn("The file {} cannot be read ({}). It is written anew.", folder.file(FILE), e.getMessage());
            return 0;
        }
    }

    /** When this app was built, milliseconds since 1970 UTC. */
    static long builtMillis() {
        try (InputStream in = Objects.requireNonNull(TimeFloor.class.getResourceAsStream("build.properties"))) {
            Properties build = new Properties();
            build.load(in);
            return Instant.parse(build.getProperty("built")).toEpochMilli();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

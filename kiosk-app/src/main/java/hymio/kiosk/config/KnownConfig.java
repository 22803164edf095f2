package hymio.kiosk.config;

import hymio.wire.BadWireException;
import hymio.wire.Config;
import hymio.wire.Heartbeat.Refusal;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last config from the server that this app could read, kept in {@code config.json}: a terminal asks its own
 * question also when it starts without a network. A newer one that it cannot read is refused and remembered as such.
 * Thread-safe.
 */
public final class KnownConfig {
    private static final Logger LOG = LoggerFactory.getLogger(KnownConfig.class);
    private static final String FILE = "config.json";

    private final DataFolder folder;
    private final WireCodec codec;
    private final RefusedConfig refused;
    private volatile Optional<Config> current;

    public KnownConfig(DataFolder folder, WireCodec codec) {
        this.folder = folder;
        this.codec = codec;
        this.refused = new RefusedConfig(folder);
        this.current = load();
    }

    /** Empty before the first answer of the server. */
    public Optional<Config> current() {
        return current;
    }

    /** Version of the config kept, empty before the first. */
    public String version() {
        return current.map(Config::version).orElse("");
    }

    /** The config that this app cannot read, until a good one comes. */
    public Optional<Refusal> refused() {
        return refused.now();
    }

    public void keep(Config config) throws IOException {
        folder.replace(FILE, codec.write(config));
        current = Optional.of(config);
        refused.over();
    }

    /** The server offers what this app cannot read; the last good config stays in use. */
    public void refuse(String version, String why) {
        refused.refuse(version, why);
    }

    /** The server offers what is kept: nothing is refused any more. */
    public void confirm() {
        refused.over();
    }

    private Optional<Config> load() {
        if (!Files.exists(folder.file(FILE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.read(Files.readAllBytes(folder.file(FILE)), Config.class));
        } catch (IOException | BadWireException e) {
            LOG.warn(
                    "The saved config {} cannot be read ({}). The built-in question is asked until the server answers.",
                    folder.file(FILE),
                    e.getMessage());
            refused.found(FILE, "the saved config cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }
}

package hymio.kiosk.config;

import hymio.wire.BadWireException;
import hymio.wire.Config;
import hymio.wire.Questionnaire;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last config from the server that this app could read, kept in {@code config.json}: a terminal asks its own
 * question also when it starts without a network. Thread-safe.
 */
public final class KnownConfig {
    private static final Logger LOG = LoggerFactory.getLogger(KnownConfig.class);
    private static final String FILE = "config.json";

    private final DataFolder folder;
    private final WireCodec codec;
    private volatile Optional<Config> current;

    public KnownConfig(DataFolder folder, WireCodec codec) {
        this.folder = folder;
        this.codec = codec;
        this.current = load();
    }

    /** Empty before the first answer of the server. */
    public Optional<Config> current() {
        return current;
    }

    /** Version of the config in use, empty before the first. */
    public String version() {
        return current.map(Config::version).orElse("");
    }

    /** What to ask: the server's questionnaire, or the built-in one before the first. */
    public Questionnaire questionnaire() {
        return current.map(Config::questionnaire).orElse(Questionnaire.BUILT_IN);
    }

    public void keep(Config config) throws IOException {
        folder.replace(FILE, codec.write(config));
        current = Optional.of(config);
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
            return Optional.empty();
        }
    }
}

package hymio.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the program says of faults is no news while they are made on purpose. */
final class Quiet implements AutoCloseable {
    private static final List<String> NAMES = List.of("hymio", "org.flywaydb", "com.zaxxer");

    private final List<Optional<Level>> before;

    Quiet() {
        before = NAMES.stream()
                .map(it -> Optional.ofNullable(logger(it).getLevel()))
                .toList();
        NAMES.forEach(it -> logger(it).setLevel(Level.OFF));
    }

    @Override
    public void close() {
        for (int i = 0; i < NAMES.size(); i++) {
            @Nullable Level level = before.get(i).orElse(null);
            logger(NAMES.get(i)).setLevel(level);
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}

package hymio.kiosk.health;

import hymio.wire.Heartbeat;
import hymio.wire.Limits;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with the terminal just now, as words for the heartbeat. Thread-safe. */
public final class Health {
    private final String app;
    private final ConcurrentSkipListSet<String> problems = new ConcurrentSkipListSet<>();
    private final List<Supplier<Optional<String>>> watched = new CopyOnWriteArrayList<>();

    /** @param app version of the app */
    public Health(String app) {
        this.app = app;
    }

    public String app() {
        return app;
    }

    /** Notes that something is wrong, until {@link #well}. */
    public void trouble(String word) {
        problems.add(word);
    }

    public void well(String word) {
        problems.remove(word);
    }

    /** Asks this for a word at every heartbeat. */
    public void watch(Supplier<Optional<String>> part) {
        watched.add(part);
    }

    public List<String> problems() {
        return Stream.concat(problems.stream(), watched.stream().flatMap(part -> part.get().stream()))
                .distinct()
                .limit(Limits.PROBLEMS)
                .toList();
    }

    public Heartbeat heartbeat(String config, long pending) {
        return new Heartbeat(app, config, pending, problems());
    }
}

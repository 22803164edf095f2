package hymio.kiosk.health;

import hymio.wire.Limits;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with the terminal just now, as words for the heartbeat. Thread-safe. */
public final class Health {
    private final String app;
    private final ConcurrentSkipListSet<String> problems = new ConcurrentSkipListSet<>();
    private final List<Supplier<List<String>>> watched = new CopyOnWriteArrayList<>();

    /** @param app version of the app */
    public Health(String app) {
        this.app = app;
    }

    public String app() {
        return app;
    }

    /**
     * Notes that something is wrong, until {@link #well}.
     *
     * @return whether that is news, worth a line in the log
     */
    public boolean trouble(String word) {
        return problems.add(word);
    }

    public void well(String word) {
        problems.remove(word);
    }

    /** Asks this for its words at every heartbeat. */
    public void watch(Supplier<List<String>> part) {
        watched.add(part);
    }

    public List<String> problems() {
        return Stream.concat(
                        problems.stream(), watched.stream().map(Supplier::get).flatMap(Collection::stream))
                .distinct()
                .limit(Limits.PROBLEMS)
                .toList();
    }
}

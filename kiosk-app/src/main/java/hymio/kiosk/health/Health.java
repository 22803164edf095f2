package hymio.kiosk.health;

import hymio.wire.Heartbeat;
import hymio.wire.Limits;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** What is wrong with the terminal just now, as words for the heartbeat. Thread-safe. */
public final class Health {
    private final String app;
    private final ConcurrentSkipListSet<String> problems = new ConcurrentSkipListSet<>();

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

    public List<String> problems() {
        return problems.stream().limit(Limits.PROBLEMS).toList();
    }

    public Heartbeat heartbeat(String config, long pending) {
        return new Heartbeat(app, config, pending, problems());
    }
}

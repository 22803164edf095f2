package hymio.kiosk.sync;

import hymio.kiosk.outbox.Outbox;
import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.PressTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Journals that get no new responses, and yet the server must be able to say what it misses of them, as after it was
 * restored from an older backup: once at the start and once a day an empty batch asks for each.
 */
final class OlderJournals {
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Outbox outbox;
    private long dueMillis;

    OlderJournals(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Empty batches of all journals but the one in use, when it is time for them; else none. */
    List<Batch> due(PressTime now, Heartbeat heartbeat) {
        List<Outbox.Journal> all = outbox.journals();
        return now.uptimeMillis() < dueMillis
                ? List.of()
                : all.subList(0, all.size() - 1).stream()
                        .map(it -> new Batch(it.id(), it.last(), now, List.of(), heartbeat))
                        .toList();
    }

    /** All were asked for. */
    void done(PressTime now) {
        dueMillis = now.uptimeMillis() + DAY_MILLIS;
    }
}

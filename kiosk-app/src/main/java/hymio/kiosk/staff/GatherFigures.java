package hymio.kiosk.staff;

import hymio.kiosk.config.ConfigInUse;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxException;
import hymio.kiosk.sync.SyncLoop;
import hymio.kiosk.time.PlaceTime;
import hymio.kiosk.time.TerminalClock;
import hymio.kiosk.visit.StaffFigures;
import hymio.wire.PressTime;
import hymio.wire.Question;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the staff menu shows. Thread-safe; reads the outbox's file, so it is not for the visit's thread. */
public final class GatherFigures {
    private static final Logger LOG = LoggerFactory.getLogger(GatherFigures.class);

    /** What the outbox knows. */
    private record Kept(List<Long> today, long pending, long aside) {}

    private final Outbox outbox;
    private final ConfigInUse config;
    private final Health health;
    private final SyncLoop sync;
    private final TerminalClock clock;
    private final PlaceTime placeTime;

    public GatherFigures(Outbox outbox, ConfigInUse config, Health health, SyncLoop sync, TerminalClock clock) {
        this.outbox = outbox;
        this.config = config;
        this.health = health;
        this.sync = sync;
        this.clock = clock;
        this.placeTime = new PlaceTime(config::zone);
    }

    StaffFigures now() {
        PressTime now = clock.now();
        Kept kept = kept(now);
        return new StaffFigures(
                kept.today(),
                sync(now),
                kept.pending(),
                kept.aside(),
                health.app(),
                config.version(),
                health.problems(),
                Addresses.now());
    }

    /** Also with a card that is dying the menu must open: its restart button may help. */
    private Kept kept(PressTime now) {
        try {
            return new Kept(today(now), outbox.pending(), outbox.aside());
        } catch (OutboxException e) {
            LOG.error("The staff menu shows no counts: {}", e.getMessage());
            health.trouble("outbox");
            return new Kept(List.of(), 0, 0);
        }
    }

    private List<Long> today(PressTime now) {
        Question first = config.questionnaire().questions().getFirst();
        PlaceTime.Day day = placeTime.today(now);
        Map<Integer, Long> counted = outbox.counted(first.key(), day.fromMillis(), day.toMillis(), now);
        return IntStream.rangeClosed(1, first.faces().size())
                .mapToObj(option -> counted.getOrDefault(option, 0L))
                .toList();
    }

    private StaffFigures.Sync sync(PressTime now) {
        SyncLoop.State state = sync.state();
        return new StaffFigures.Sync(
                state.well(),
                state.lastWell().map(then -> placeTime.clock(then, now)).orElse(""));
    }
}

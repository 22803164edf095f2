package hymio.kiosk;

import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxException;
import hymio.kiosk.time.TerminalClock;
import hymio.kiosk.visit.Entry;
import hymio.kiosk.visit.VisitEvent;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits a response and says what became of it. */
public record StoreResponse(Outbox outbox, Health health, TerminalClock clock, Consumer<String> report) {
    private static final Logger LOG = LoggerFactory.getLogger(StoreResponse.class);

    public VisitEvent store(Entry entry) {
        try {
            long number = outbox.append(entry.visit(), entry.question(), entry.option(), entry.time(), entry.extra());
            PressTime now = clock.now();
            outbox.clock(now); // the entry's own time may be rounded
            health.well("outbox");
            report.accept("stored " + number + " " + entry.option() + remark(entry.extra()));
            return new VisitEvent.Stored(number, now.uptimeMillis());
        } catch (OutboxException e) {
            if (health.trouble("outbox")) {
                LOG.error("{}", e.getMessage());
            }
            report.accept("not stored " + entry.option());
            return new VisitEvent.NotStored(clock.now().uptimeMillis());
        }
    }

    /** A response that counts has none. */
    private static String remark(Response.Extra extra) {
        if (extra.takesBack() > 0) {
            return " takes back " + extra.takesBack();
        }
        return extra.misuse() > 0 ? " misuse" : "";
    }
}

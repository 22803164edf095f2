package hymio.wire;

import java.util.List;
import java.util.UUID;

/**
 * A machine that stands, or stood, as a terminal.
 *
 * @param unit its word, see {@link Heartbeat#unit}; empty while it has told none
 * @param since when it came, ISO 8601 in UTC
 * @param lastSeen when it last told its word, ISO 8601 in UTC; empty if it never did
 * @param journals outbox files that it sent from
 */
public record UnitInfo(String unit, String since, String lastSeen, Came came, List<UUID> journals) {
    /** How a machine came to stand as a terminal. */
    public enum Came {
        /** The terminal's first machine. */
        ENROLLED,
        /** It took over by an enrolment code for this terminal. */
        SWAPPED,
        /** The card of the machine before was put into it, or a copy of that card. */
        CARD
    }

    public UnitInfo {
        journals = List.copyOf(journals);
    }
}

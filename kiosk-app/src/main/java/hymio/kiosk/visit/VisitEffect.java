package hymio.kiosk.visit;

import hymio.wire.PressTime;

/** What the visit asks of the world. */
public sealed interface VisitEffect {
    /** Commit this response, then report {@link VisitEvent.Stored} or {@link VisitEvent.NotStored}. */
    record Store(String question, int option, PressTime time) implements VisitEffect {}

    /** Draw this state. */
    record Show(VisitState state) implements VisitEffect {}
}

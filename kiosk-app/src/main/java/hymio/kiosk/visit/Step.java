package hymio.kiosk.visit;

import java.util.List;

/** A state and what it asks of the world. */
public record Step(VisitState state, List<VisitEffect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }
}

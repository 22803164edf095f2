package hymio.kiosk.visit;

import java.util.List;

/** A visit and what it asks of the world. */
public record Step(Visit visit, List<VisitEffect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }
}

package hymio.kiosk.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A visit and what it asks of the world, in order. */
public record Step(Visit visit, List<VisitEffect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    /** Nothing to see. */
    static Step stay(Visit visit) {
        return new Step(visit, List.of());
    }

    /** The visit with this on its screen. */
    static Step show(Visit visit, VisitState state) {
        return new Step(visit.show(state), List.of(new VisitEffect.Show(state)));
    }

    Step and(VisitEffect effect) {
        List<VisitEffect> all = new ArrayList<>(effects);
        all.add(effect);
        return new Step(visit, all);
    }

    Step with(Function<Visit, Visit> change) {
        return new Step(change.apply(visit), effects);
    }

    /** Asks for these to be committed, after what is asked already. */
    Step store(List<Entry> entries) {
        List<VisitEffect> all = new ArrayList<>(effects);
        entries.forEach(entry -> all.add(new VisitEffect.Store(entry)));
        return new Step(visit.ledger(visit.ledger().asked(entries)), all);
    }
}

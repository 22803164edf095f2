package hymio.kiosk.visit;

import hymio.kiosk.visit.Ledger.Waiting;
import java.util.ArrayList;
import java.util.List;

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

    /** Asks for the first response of a visit to be committed. */
    Step begin(Entry entry) {
        return ask(List.of(new Waiting(entry, true)));
    }

    /** Asks for these to be committed as part of the visit under way. */
    Step store(List<Entry> entries) {
        return ask(entries.stream().map(it -> new Waiting(it, false)).toList());
    }

    /** One at a time: what belongs to a visit needs the number under which its first response was committed. */
    private Step ask(List<Waiting> more) {
        Step asked = new Step(visit.ledger(visit.ledger().asked(more)), effects);
        return visit.ledger().storing() ? asked : asked.storeNext();
    }

    /** Asks for the oldest that waits, if any does. */
    Step storeNext() {
        return visit.ledger()
                .next()
                .map(entry -> and(new VisitEffect.Store(entry)))
                .orElse(this);
    }
}

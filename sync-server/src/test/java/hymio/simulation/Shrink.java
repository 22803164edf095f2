package hymio.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Looks for a shorter run with the same fault of the program, in a bounded number of replays. */
final class Shrink {
    private static final int REPLAYS = 120;

    private final String kind;
    private World.Outcome shortest;
    private int left = REPLAYS;

    private Shrink(World.Outcome outcome) {
        shortest = outcome;
        kind = outcome.violations().getFirst().kind();
    }

    /** The shortest run found that violates the same, with its lines. */
    static World.Outcome shrink(World.Outcome violated) {
        Shrink shrink = new Shrink(violated);
        shrink.terminals(); // while there are days enough for the first one to show it too
        shrink.untilItShowed();
        shrink.faults();
        shrink.terminals();
        shrink.days();
        shrink.visits();
        shrink.faults();
        return World.run(shrink.shortest.plan(), Places.fresh(), true);
    }

    private void untilItShowed() {
        Plan plan = shortest.plan();
        holds(plan.days(Math.min(plan.days(), shortest.day() + 1)));
    }

    /** Halves of the faults first, then one by one. */
    private void faults() {
        List<Fault> all = new ArrayList<>(shortest.plan().faults());
        Collections.sort(all);
        for (int size = all.size() / 2; size >= 1; size /= 2) {
            for (int from = 0; from < all.size(); from += size) {
                Plan fewer = shortest.plan();
                for (Fault fault : all.subList(from, Math.min(from + size, all.size()))) {
                    fewer = fewer.without(fault);
                }
                if (fewer.faults().size() < shortest.plan().faults().size()) {
                    holds(fewer);
                }
            }
        }
    }

    private void terminals() {
        for (int n = 1; n < shortest.plan().terminals(); n++) {
            if (holds(shortest.plan().terminals(n))) {
                return;
            }
        }
    }

    private void days() {
        lower(shortest.plan().days(), n -> holds(shortest.plan().days(n)));
    }

    private void visits() {
        int most = (int) Math.min(shortest.plan().visits(), shortest.totals().of(Totals.Count.PRESSES) + 1);
        lower(most, n -> holds(shortest.plan().visits(n)));
    }

    /** Halves the steps towards 1. */
    private static void lower(int start, Predicate<Integer> fails) {
        int now = start;
        for (int step = start / 2; step >= 1; step /= 2) {
            while (now - step >= 1 && fails.test(now - step)) {
                now -= step;
            }
        }
    }

    /** Whether a shorter plan shows the same; then it is the shortest. */
    private boolean holds(Plan plan) {
        if (left-- <= 0) {
            return false;
        }
        World.Outcome outcome = World.run(plan, Places.fresh(), false);
        if (outcome.violations().stream().noneMatch(it -> it.kind().equals(kind))) {
            return false;
        }
        shortest = outcome;
        return true;
    }
}

package hymio.simulation;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One world to simulate: the same plan gives the same trace, bit for bit.
 *
 * @param days before everything is healed
 * @param faults that may strike
 * @param visits most visits of each terminal
 * @param bug planted to see whether it is found
 */
record Plan(long seed, int terminals, int days, Set<Fault> faults, int visits, PlantedBug bug) {
    static final Set<Fault> ALL = EnumSet.allOf(Fault.class);

    static final int ALL_VISITS = 1_000_000;

    Plan {
        faults = Set.copyOf(faults);
    }

    /** Every fault, no bug. */
    static Plan of(long seed, int terminals, int days) {
        return new Plan(seed, terminals, days, ALL, ALL_VISITS, PlantedBug.NONE);
    }

    Plan seed(long other) {
        return new Plan(other, terminals, days, faults, visits, bug);
    }

    Plan without(Fault fault) {
        return new Plan(
                seed,
                terminals,
                days,
                faults.stream().filter(it -> it != fault).collect(Collectors.toSet()),
                visits,
                bug);
    }

    Plan terminals(int fewer) {
        return new Plan(seed, fewer, days, faults, visits, bug);
    }

    Plan days(int fewer) {
        return new Plan(seed, terminals, fewer, faults, visits, bug);
    }

    Plan visits(int fewer) {
        return new Plan(seed, terminals, days, faults, fewer, bug);
    }

    Plan faults(Set<Fault> only) {
        return new Plan(seed, terminals, days, only, visits, bug);
    }

    Plan bug(PlantedBug planted) {
        return new Plan(seed, terminals, days, faults, visits, planted);
    }

    /** The command that replays it. */
    String command() {
        StringBuilder words = new StringBuilder("./hymio simulate --seed " + seed + " --terminals " + terminals)
                .append(" --days ")
                .append(days);
        if (visits < ALL_VISITS) {
            words.append(" --visits ").append(visits);
        }
        if (!faults.equals(ALL)) {
            words.append(" --faults ")
                    .append(
                            faults.isEmpty()
                                    ? "none"
                                    : faults.stream().sorted().map(Fault::word).collect(Collectors.joining(",")));
        }
        return words.append(bug == PlantedBug.NONE ? "" : " --plant " + bug.word())
                .toString();
    }
}

package hymio.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** {@code ./hymio simulate}: years of terminals with everything that can go wrong. */
public final class SimulateMain {
    private static final int FAULT = 1;
    private static final int USAGE = 2;
    private static final int DAYS_A_YEAR = 365;
    private static final int TRACE_LINES = 30;
    private static final int VIOLATIONS = 5;

    private static final String HELP = """
            Usage: ./hymio simulate [--seed S] [--seeds K] [--years N] [--terminals T]
            Simulates towns: terminals and a server run their production code under a simulated clock, network and
            power; faults are drawn from the seed. What must always hold is checked; the same seed gives the same
            run, bit for bit. Prints a table; a violation prints the shortest run that shows it.
              --seed S       The first seed, 0 to 999999999 (1)
              --seeds K      So many towns, each with the next seed, 1 to 100000 (1; 25 without --seed)
              --years N      Years of each town, 1 to 50 (1)
              --terminals T  Terminals of each town, 1 to 50 (4)
              --days N       Days of each town instead of years
              --visits N     At most so many visitors at each terminal
              --faults F,G   Only these faults; "none" for none
              --plant BUG    Plants a bug, to see it found; --plant help lists them
              --trace        Prints every line of what happened, and looks for no shorter run
              --help         Prints this, with the faults, and ends

            Towns run side by side, one to a core; each is the same run as when it runs alone.
            Exit codes: 0 all held, 1 something was violated, 2 a wrong option.""";

    private Plan plan = Plan.of(1, 4, DAYS_A_YEAR);
    private int seeds = 25;
    private boolean trace;

    public static void main(String[] args) {
        try (Quiet unused = new Quiet()) {
            System.exit(new SimulateMain().run(List.of(args)));
        }
    }

    private int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            System.out.println(HELP + "\n\n" + Tables.faults());
            return 0;
        }
        if (words.contains("help") && words.indexOf("--plant") == words.indexOf("help") - 1) {
            System.out.println(Tables.bugs());
            return 0;
        }
        try {
            Iterator<String> rest = words.iterator();
            while (rest.hasNext()) {
                understand(rest.next(), rest);
            }
            return simulate();
        } catch (IllegalArgumentException e) {
            System.err.println("hymio simulate: " + e.getMessage());
            return USAGE;
        }
    }

    private void understand(String word, Iterator<String> rest) {
        switch (word) {
            case "--seed" -> {
                plan = plan.seed(number(word, rest, 0, 999_999_999));
                seeds = 1;
            }
            case "--seeds" -> seeds = number(word, rest, 1, 100_000);
            case "--years" -> plan = plan.days(number(word, rest, 1, 50) * DAYS_A_YEAR);
            case "--days" -> plan = plan.days(number(word, rest, 1, 50 * DAYS_A_YEAR));
            case "--terminals" -> plan = plan.terminals(number(word, rest, 1, 50));
            case "--visits" -> plan = plan.visits(number(word, rest, 1, Plan.ALL_VISITS));
            case "--faults" -> plan = plan.faults(faults(text(word, rest)));
            case "--plant" -> plan = plan.bug(bug(text(word, rest)));
            case "--trace" -> trace = true;
            default -> throw new IllegalArgumentException("there is no option " + word + ". --help lists them.");
        }
    }

    private static String text(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value.");
        }
        return rest.next();
    }

    private static int number(String word, Iterator<String> rest, int low, int high) {
        String text = text(word, rest);
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < low || Integer.parseInt(text) > high) {
            throw new IllegalArgumentException(word + " takes a number from " + low + " to " + high + ".");
        }
        return Integer.parseInt(text);
    }

    private static Set<Fault> faults(String words) {
        if (words.equals("none")) {
            return Set.of();
        }
        return Arrays.stream(words.split(","))
                .map(word -> Fault.of(word)
                        .orElseThrow(() ->
                                new IllegalArgumentException("there is no fault " + word + ". --help lists them.")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
    }

    private static PlantedBug bug(String word) {
        return PlantedBug.of(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no bug " + word + ". --plant help lists them."));
    }

    private int simulate() {
        long began = System.nanoTime();
        Totals totals = new Totals();
        Progress progress = new Progress(seeds);
        List<World.Outcome> ends = new ArrayList<>();
        Towns.run(plan, seeds, trace, outcome -> {
            totals.addAll(outcome.totals());
            outcome.lines().forEach(System.out::println);
            ends.clear();
            ends.add(outcome);
            progress.town();
            return outcome.violations().isEmpty();
        });
        World.Outcome last = ends.getLast();
        if (!last.violations().isEmpty()) {
            return trace ? FAULT : violated(last);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.print(Tables.of(plan, seeds, totals, seconds) + (seeds == 1 ? "Trace " + last.hash() + "\n" : ""));
        return 0;
    }

    /** Says how far it is, seldom. Not thread-safe. */
    private static final class Progress {
        private final int towns;
        private int ended;
        private long said = System.nanoTime();

        Progress(int towns) {
            this.towns = towns;
        }

        void town() {
            ended++;
            if (ended < towns && System.nanoTime() - said > TimeUnit.SECONDS.toNanos(5)) {
                said = System.nanoTime();
                System.err.printf(Locale.ROOT, "  %d of %d towns%n", ended, towns);
            }
        }
    }

    /** Prints what was violated, and the shortest run that shows it. */
    private static int violated(World.Outcome outcome) {
        System.out.println("Violated with seed " + outcome.plan().seed() + ":");
        violations(outcome);
        System.err.println("  looking for the shortest run that shows it: a few minutes");
        World.Outcome shortest = Shrink.shrink(outcome);
        List<String> lines = shortest.lines().stream()
                .filter(it -> !it.contains(World.VIOLATED))
                .toList();
        System.out.println("The shortest run found ends so:");
        lines.subList(Math.max(0, lines.size() - TRACE_LINES), lines.size())
                .forEach(it -> System.out.println("  " + it));
        violations(shortest);
        System.out.println("Replay it:         " + shortest.plan().command() + " --trace");
        System.out.println("Replay the first:  " + outcome.plan().command());
        return FAULT;
    }

    private static void violations(World.Outcome outcome) {
        int all = outcome.violations().size();
        outcome.violations().stream()
                .limit(VIOLATIONS)
                .forEach(it -> System.out.println("  " + it.kind() + ": " + it.details()));
        if (all > VIOLATIONS) {
            System.out.println("  and " + (all - VIOLATIONS) + " more");
        }
    }
}

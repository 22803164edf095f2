package hymio.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is printed. */
final class Tables {
    static String of(Plan plan, int seeds, Totals totals, double seconds) {
        StringBuilder table = new StringBuilder();
        double years = totals.of(Totals.Count.TERMINAL_DAYS) / 365.0;
        row(table, "towns (seeds " + plan.seed() + " to " + (plan.seed() + seeds - 1) + ")", seeds);
        table.append(String.format(Locale.ROOT, "%,12.1f  terminal-years%n", years));
        for (Totals.Count count : Totals.Count.values()) {
            if (count != Totals.Count.TERMINAL_DAYS) {
                row(table, count.words(), totals.of(count));
            }
        }
        table.append("      faults\n");
        for (Fault fault : Fault.values()) {
            row(table, fault.meaning(), totals.of(fault));
        }
        table.append(String.format(Locale.ROOT, "%12d  violations%n%12.1f  seconds%n", 0, seconds));
        return table.toString();
    }

    static String faults() {
        return Arrays.stream(Fault.values())
                .map(it -> String.format(Locale.ROOT, "  %-20s %-22s %s", it.word(), it.often(), it.meaning()))
                .collect(Collectors.joining("\n", "Faults:\n", ""));
    }

    static String bugs() {
        return Arrays.stream(PlantedBug.values())
                .filter(it -> it != PlantedBug.NONE)
                .map(it -> String.format(Locale.ROOT, "  %-26s %s", it.word(), it.meaning()))
                .collect(Collectors.joining("\n", "Bugs:\n", ""));
    }

    private static void row(StringBuilder table, String words, long n) {
        table.append(String.format(Locale.ROOT, "%,12d  %s%n", n, words));
    }

    private Tables() {}
}

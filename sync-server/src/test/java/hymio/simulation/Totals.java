package hymio.simulation;

import java.util.EnumMap;
import java.util.Map;

/** What one world, or many, went through. Not thread-safe. */
final class Totals {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    /** What is counted beside faults. */
    enum Count {
        TERMINAL_DAYS("terminal-days"),
        VISITS("visits"),
        PRESSES("presses and answers"),
        THANKED("stored on the terminal and thanked"),
        SORRY("could not be stored, and the visitor was told"),
        UNDONE("taken back"),
        MISUSE("set aside as misuse"),
        CALLS("calls of the network"),
        BATCHES("batches committed by the server"),
        BUNDLES("files carried by hand that the server took"),
        LOST_BY_RESTORE("responses that a restored server had lost"),
        GONE("of these, no longer held by any terminal"),
        STARTS("starts of a terminal's app"),
        SERVER_STARTS("starts of the server");

        private final String words;

        Count(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    void struck(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    void add(Count count, long n) {
        counts.merge(count, n, Long::sum);
    }

    void addAll(Totals other) {
        other.faults.forEach((fault, n) -> faults.merge(fault, n, Long::sum));
        other.counts.forEach((count, n) -> counts.merge(count, n, Long::sum));
    }

    long of(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }
}

package hymio.server.tally;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How often each option was chosen.
 *
 * @param options option number → responses, every option of the scale, in order
 * @param index mean score from 0 to 100; empty without a response on a known scale
 */
public record Counts(Map<Integer, Long> options, OptionalDouble index) {
    public Counts {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    public long total() {
        return options.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Share of an option, 0 to 1; 0 when there is no response. */
    public double share(int option) {
        long total = total();
        return total == 0 ? 0 : (double) options.getOrDefault(option, 0L) / total;
    }

    /**
     * Score of a face: the best scores 100, the worst 0, the others stand evenly between. The leader's published
     * formula: 100 / 66.67 / 33.33 / 0 on four faces, 100 / 75 / 50 / 25 / 0 on five.
     *
     * @param option 1 is the best
     * @param faces four or five
     */
    public static double score(int option, int faces) {
        return 100.0 * (faces - option) / (faces - 1);
    }
}

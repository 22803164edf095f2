package hymio.server.tally;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How often each option was chosen.
 *
 * @param options option number → responses, every option of the scale, in order
 * @param faces face → responses, every face of the scales: 5 is the best, 1 the worst, and four faces are the five
 *     without 3. Where scales meet, an option number means different faces; here each counts as itself
 * @param index mean score from 0 to 100; empty without a response on a known scale
 */
public record Counts(Map<Integer, Long> options, Map<Integer, Long> faces, OptionalDouble index) {
    public Counts {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        faces = Collections.unmodifiableMap(new TreeMap<>(faces));
    }

    public long total() {
        return options.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Which of the five faces an option is.
     *
     * @param option 1 is the best
     * @param faces of its scale, four or five
     */
    public static int face(int option, int faces) {
        return faces == 4 && option > 2 ? 5 - option : 6 - option;
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

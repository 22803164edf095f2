package hymio.server.results;

import hymio.server.tally.Counts;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Gathers the counts of one row; questions of different scales may meet in it. Not thread-safe. */
final class Series {
    private final Map<Integer, Long> options = new TreeMap<>();
    private double scores;
    private long scored;

    /**
     * Adds the responses to one option of one question.
     *
     * @param faces of the question; empty when no questionnaire named it, then the responses count but have no score
     */
    void add(int option, long n, OptionalInt faces) {
        faces.ifPresent(this::scale);
        options.merge(option, n, Long::sum);
        if (faces.isPresent() && option >= 1 && option <= faces.getAsInt()) {
            scores += Counts.score(option, faces.getAsInt()) * n;
            scored += n;
        }
    }

    /** Lets every option of the scale be there, also those that nobody chose. */
    Series scale(int faces) {
        for (int option = 1; option <= faces; option++) {
            options.putIfAbsent(option, 0L);
        }
        return this;
    }

    boolean isEmpty() {
        return options.isEmpty();
    }

    Counts counts() {
        return new Counts(options, scored == 0 ? OptionalDouble.empty() : OptionalDouble.of(scores / scored));
    }
}

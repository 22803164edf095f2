package hymio.server.results;

import hymio.server.tally.Counts;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Gathers the counts of one row; questions of different scales may meet in it. Not thread-safe. */
final class Series {
    private final Map<Integer, Long> options = new TreeMap<>();
    private final Map<Integer, Long> faces = new TreeMap<>();
    private double scores;
    private long scored;

    /**
     * Adds the responses to one option of one question.
     *
     * @param scale faces of the question; empty when no questionnaire named it, then the responses count but have no
     *     score
     */
    void add(int option, long n, OptionalInt scale) {
        scale.ifPresent(this::scale);
        options.merge(option, n, Long::sum);
        if (scale.isPresent() && option >= 1 && option <= scale.getAsInt()) {
            faces.merge(Counts.face(option, scale.getAsInt()), n, Long::sum);
            scores += Counts.score(option, scale.getAsInt()) * n;
            scored += n;
        }
    }

    /** Lets every option of the scale be there, also those that nobody chose. */
    Series scale(int scale) {
        for (int option = 1; option <= scale; option++) {
            options.putIfAbsent(option, 0L);
            faces.putIfAbsent(Counts.face(option, scale), 0L);
        }
        return this;
    }

    boolean isEmpty() {
        return options.isEmpty();
    }

    Counts counts() {
        return new Counts(options, faces, scored == 0 ? OptionalDouble.empty() : OptionalDouble.of(scores / scored));
    }
}

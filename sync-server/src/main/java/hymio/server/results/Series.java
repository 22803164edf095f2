package hymio.server.results;

import hymio.server.tally.Counts;
import hymio.server.tally.Scale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Gathers the counts of one row; questions of different scales may meet in it. Not thread-safe. */
final class Series {
    private final Map<Integer, Long> options = new TreeMap<>();
    private final Map<Integer, Long> faces = new TreeMap<>();
    private Optional<Scale> scale = Optional.empty();
    private double scores;
    private long scored;

    /**
     * Adds the responses to one option of one question.
     *
     * @param scale of the question; empty when no questionnaire named it, then the responses count but have no score
     */
    void add(int option, long n, Optional<Scale> scale) {
        scale.ifPresent(this::scale);
        options.merge(option, n, Long::sum);
        int count = scale.filter(Scale::isFaces).map(Scale::options).orElse(0);
        if (option >= 1 && option <= count) {
            faces.merge(Counts.face(option, count), n, Long::sum);
            scores += Counts.score(option, count) * n;
            scored += n;
        }
    }

    /** Lets every option of the scale be there, also those that nobody chose. */
    Series scale(Scale known) {
        scale = Optional.of(known);
        known.numbers().forEach(option -> {
            options.putIfAbsent(option, 0L);
            if (known.isFaces()) {
                faces.putIfAbsent(Counts.face(option, known.options()), 0L);
            }
        });
        return this;
    }

    boolean isEmpty() {
        return options.isEmpty();
    }

    /** Of the question, where the row is one question's; empty when no questionnaire named it. */
    Optional<Scale> scale() {
        return scale;
    }

    Counts counts() {
        return new Counts(options, faces, scored == 0 ? OptionalDouble.empty() : OptionalDouble.of(scores / scored));
    }
}

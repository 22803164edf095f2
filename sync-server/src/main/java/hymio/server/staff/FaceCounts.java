package hymio.server.staff;

import hymio.server.tally.Counts;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Figures by face. Four faces are the five without the middle one, so both scales share shapes and colours.
 *
 * @param faces best first
 * @param total responses, also those to options that no face stands for
 * @param index 0 to 100; empty without a response
 */
public record FaceCounts(List<Face> faces, long total, OptionalDouble index) {
    private static final int FIVE = 5;
    private static final int MIDDLE = 3;

    /**
     * @param level 5 is the best, 1 the worst, 3 only on five faces
     * @param share of all responses, 0 to 1
     */
    public record Face(int level, long count, double share) {}

    public static FaceCounts of(Counts counts) {
        boolean five = counts.options().containsKey(FIVE);
        int scale = five ? FIVE : FIVE - 1;
        List<Face> faces = IntStream.rangeClosed(1, scale)
                .mapToObj(option ->
                        new Face(level(option, five), counts.options().getOrDefault(option, 0L), counts.share(option)))
                .toList();
        return new FaceCounts(faces, counts.total(), counts.index());
    }

    /** The same scale without responses. */
    public FaceCounts emptied() {
        return new FaceCounts(
                faces.stream().map(face -> new Face(face.level(), 0, 0)).toList(), 0, OptionalDouble.empty());
    }

    public static FaceCounts none() {
        return of(new Counts(Map.of(), OptionalDouble.empty()));
    }

    /** Both together; indexes weigh by their responses. */
    FaceCounts plus(FaceCounts other) {
        long sum = total + other.total;
        List<Face> both = IntStream.iterate(FIVE, level -> level > 0, level -> level - 1)
                .filter(level -> has(level) || other.has(level))
                .mapToObj(level -> {
                    long count = count(level) + other.count(level);
                    return new Face(level, count, sum == 0 ? 0 : (double) count / sum);
                })
                .toList();
        return new FaceCounts(both, sum, index(other, sum));
    }

    private OptionalDouble index(FaceCounts other, long sum) {
        if (index.isEmpty() || other.index.isEmpty()) {
            return index.isEmpty() ? other.index : index;
        }
        return OptionalDouble.of((index.getAsDouble() * total + other.index.getAsDouble() * other.total) / sum);
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** Share of the two faces that smile, 0 to 1. */
    public double happyShare() {
        return faces.stream()
                .filter(face -> face.level() > MIDDLE)
                .mapToDouble(Face::share)
                .sum();
    }

    /** How many chose a face; 0 when the scale has no such face. */
    public long count(int level) {
        return faces.stream()
                .filter(face -> face.level() == level)
                .mapToLong(Face::count)
                .sum();
    }

    boolean has(int level) {
        return faces.stream().anyMatch(face -> face.level() == level);
    }

    private static int level(int option, boolean five) {
        int level = FIVE + 1 - option;
        return five || level > MIDDLE ? level : level - 1;
    }
}

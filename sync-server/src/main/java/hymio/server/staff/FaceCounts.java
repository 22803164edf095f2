package hymio.server.staff;

import hymio.server.tally.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Figures by face.
 *
 * @param faces of the scale, best first
 * @param total responses, also those to options that no face stands for
 * @param index 0 to 100; empty without a response
 */
public record FaceCounts(List<Face> faces, long total, OptionalDouble index) {
    private static final int MIDDLE = 3;
    private static final Counts NOTHING =
            new Counts(Map.of(), Map.of(5, 0L, 4, 0L, 2, 0L, 1, 0L), OptionalDouble.empty());

    /**
     * @param level 5 is the best, 1 the worst, 3 only on five faces
     * @param share of all responses, 0 to 1
     */
    public record Face(int level, long count, double share) {}

    static FaceCounts of(Counts counts) {
        return of(counts.faces(), counts.total(), counts.index());
    }

    /** No responses on four faces. */
    static FaceCounts none() {
        return of(NOTHING);
    }

    private static FaceCounts of(Map<Integer, Long> byLevel, long total, OptionalDouble index) {
        List<Face> faces = new ArrayList<>();
        byLevel.forEach(
                (level, count) -> faces.addFirst(new Face(level, count, total == 0 ? 0 : (double) count / total)));
        return new FaceCounts(List.copyOf(faces), total, index);
    }

    /** The same scale without responses. */
    FaceCounts emptied() {
        return new FaceCounts(
                faces.stream().map(face -> new Face(face.level(), 0, 0)).toList(), 0, OptionalDouble.empty());
    }

    /** Both together; indexes weigh by their responses. */
    FaceCounts plus(FaceCounts other) {
        Map<Integer, Long> both = new TreeMap<>();
        faces.forEach(face -> both.merge(face.level(), face.count(), Long::sum));
        other.faces.forEach(face -> both.merge(face.level(), face.count(), Long::sum));
        return of(both, total + other.total, index(other));
    }

    private OptionalDouble index(FaceCounts other) {
        if (index.isEmpty() || other.index.isEmpty()) {
            return index.isEmpty() ? other.index : index;
        }
        long mine = scored();
        long others = other.scored();
        return OptionalDouble.of((index.getAsDouble() * mine + other.index.getAsDouble() * others) / (mine + others));
    }

    /** Responses that the index is made of. */
    private long scored() {
        return faces.stream().mapToLong(Face::count).sum();
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
}

package hymio.bench;

import java.util.List;

/** Measured values of one kind. */
public record Samples(List<Double> values) {
    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    public double median() {
        return percentile(50);
    }

    /** The smallest value that this many of a hundred do not exceed. */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * values.size());
        return values.get(Math.clamp(rank - 1L, 0, values.size() - 1));
    }
}

package hymio.server.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The small bar of shares: one rectangle for each face that was chosen, and the same in words. */
public final class Shares {
    /** Ground between two colours, so that they can be told apart without seeing colour; percent of the width. */
    private static final double GAP = 0.8;

    /** @param x left edge, percent of the width */
    public record Part(int level, String x, String width) {}

    public static List<Part> parts(FaceCounts counts) {
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (FaceCounts.Face face : counts.faces()) {
            double width = 100 * face.share();
            if (face.count() > 0) {
                double drawn = x + width < 99.9 && width > 2 * GAP ? width - GAP : width;
                parts.add(new Part(face.level(), percent(x), percent(drawn)));
            }
            x += width;
        }
        return parts;
    }

    /** {@code Hyvin 52 %, …}, best first. */
    public static String text(Words words, FaceCounts counts) {
        return counts.faces().stream()
                .map(face -> words.t("face." + face.level()) + " " + words.percent(face.share()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private Shares() {}
}

package hymio.server.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Stacked bars, ready to be drawn: widths in percent, so that one drawing fits a phone, a page, a mail and a paper;
 * heights in pixels. Best at the bottom, in the order of the legend.
 */
public record Chart(List<Bar> bars, List<Tick> ticks) {
    /** Height of the bars' field in pixels; the axis is its bottom. */
    public static final int HEIGHT = 220;
    /** Room above for the topmost tick's label. */
    public static final int TOP = 12;
    /** A hairline of the ground between two colours tells them apart without seeing colour. */
    private static final double GAP = 1.5;

    private static final double BAR_SHARE = 0.72;
    private static final int STEPS = 6;
    /** So many marks stand side by side on a phone; of more, every second gives way. */
    private static final int MARKS = 8;

    /**
     * What one bar shows.
     *
     * @param mark under the axis, or empty
     * @param name in full, with its figures; read by whoever points at the bar
     * @param estimated how many of its presses have an estimated time
     */
    public record Slot(String mark, String name, FaceCounts counts, long estimated) {}

    /**
     * @param middle where its mark stands
     * @param top of what is drawn; a sign for estimated times stands above it
     * @param second whether its mark gives way where room is short
     */
    public record Bar(
            String x, String width, String middle, String top, Slot slot, boolean second, List<Segment> segments) {}

    /** @param level of the face whose colour it has */
    public record Segment(int level, String y, String height) {}

    /** @param value responses at this line */
    public record Tick(String y, long value) {}

    static Chart of(List<Slot> slots) {
        long most =
                slots.stream().mapToLong(slot -> slot.counts().total()).max().orElse(0);
        long step = step(most);
        long top = Math.max(step, Math.ceilDiv(most, step) * step);
        List<Bar> bars = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            bars.add(bar(slots, i, top));
        }
        List<Tick> ticks = new ArrayList<>();
        for (long value = 0; value <= top; value += step) {
            ticks.add(new Tick(number(y(value, top)), value));
        }
        return new Chart(bars, ticks);
    }

    /** Smallest of 1, 2, 5, 10, 20, 50 … that leads to the highest bar in at most six steps. */
    static long step(long most) {
        long decade = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * decade * STEPS >= most) {
                    return factor * decade;
                }
            }
            decade *= 10;
        }
    }

    private static Bar bar(List<Slot> slots, int i, long top) {
        Slot slot = slots.get(i);
        double room = 100.0 / slots.size();
        boolean many = slots.stream().filter(it -> !it.mark().isEmpty()).count() > MARKS;
        return new Bar(
                number(room * (i + (1 - BAR_SHARE) / 2)) + "%",
                number(room * BAR_SHARE) + "%",
                number(room * (i + 0.5)) + "%",
                number(y(
                        slot.counts().faces().stream()
                                .mapToLong(FaceCounts.Face::count)
                                .sum(),
                        top)),
                slot,
                many && (slots.size() - i) % 2 == 0,
                segments(slot.counts(), top));
    }

    private static List<Segment> segments(FaceCounts counts, long top) {
        List<Segment> segments = new ArrayList<>();
        long below = 0;
        for (FaceCounts.Face face : counts.faces()) {
            if (face.count() > 0) {
                double bottom = y(below, top);
                below += face.count();
                double height = bottom - y(below, top);
                double drawn = height > 2 * GAP ? height - GAP : height;
                segments.add(new Segment(face.level(), number(bottom - height), number(drawn)));
            }
        }
        return segments;
    }

    private static double y(long value, long top) {
        return TOP + HEIGHT * (1 - (double) value / top);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Control.Simple;
import hymio.kiosk.visit.VisitState.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;

/**
 * The bottom of a step: the way to comfort where the line begins, then undo while it runs, and at the line's end what
 * goes on from here, the likeliest last. In two rows where one is too narrow for the words.
 */
final class Actions {
    private static final double LEAST_APART_MM = 4;
    /** A panel with a shorter side than this has no room for 8 mm between all that a finger can press. */
    private static final double ROOMY_MM = 110;
    /** Words at most so wide stand in one line; in a row of more than four actions the second. */
    private static final double ONE_LINE_MM = 34;

    private static final double ONE_LINE_OF_MANY_MM = 18;
    private static final int MANY = 5;
    /** Smallest size of the words, of the size wanted, before a second row is better. */
    private static final double SMALLER = 0.8;

    private static final double SMALLER_OF_MANY = 0.7;

    private final Sight sight;
    private final Frame frame;
    private final Board board;

    private final Act filled;

    private Actions(Board board, Sight sight, Act filled) {
        this.filled = filled;
        this.board = board;
        this.sight = sight;
        frame = sight.frame();
    }

    /**
     * Draws the actions along the bottom of the screen.
     *
     * @param onwards what stands at the end of the line; the last of them is filled, unless it leaves the step
     */
    static Bottom draw(Board board, Sight sight, List<Act> onwards) {
        return new Actions(board, sight, onwards.getLast()).draw(onwards);
    }

    /**
     * What the actions leave.
     *
     * @param top of what a finger may press, pixels
     * @param free room for words between them, laid out from left to right
     */
    record Bottom(double top, Rectangle2D free) {}

    /** Least distance of targets on a panel that has no room for more, pixels. */
    static double least(Frame frame) {
        return frame.mm(LEAST_APART_MM);
    }

    /** Distance of targets: 8 mm, or on a panel too small for that 4 mm, pixels. */
    static double apart(Frame frame) {
        return Math.min(frame.width(), frame.height()) < frame.mm(ROOMY_MM) ? least(frame) : frame.apart();
    }

    /** What stands in a row: a sign, or words. */
    private record Part(Act act, Optional<Block> label, boolean filled, double width) {}

    /** Actions side by side: some where the line begins, some at its end. */
    private record Row(List<Part> start, List<Part> end) {
        boolean fits(double room, double gap) {
            double widths = Stream.concat(start.stream(), end.stream())
                    .mapToDouble(Part::width)
                    .sum();
            return widths + (start.size() + end.size() - 1) * gap <= room + 0.5;
        }

        Stream<Block> labels() {
            return Stream.concat(start.stream(), end.stream()).flatMap(it -> it.label().stream());
        }
    }

    private Bottom draw(List<Act> onwards) {
        List<Act> start = start();
        double wanted = frame.font(24, 28);
        Row row = row(start, onwards, wanted);
        double bottom = frame.height();
        double smaller = onwards.size() < MANY ? SMALLER : SMALLER_OF_MANY;
        if (smallest(row) >= wanted * (frame.large() ? 1 : smaller)) {
            return place(row, bottom);
        }
        int half = start.isEmpty() ? onwards.size() / 2 : 0;
        Row upper = row(start, onwards.subList(0, half), wanted);
        Row lower = row(List.of(), onwards.subList(half, onwards.size()), wanted);
        bottom = place(lower, bottom).top() - apart(frame);
        return place(upper, bottom);
    }

    private static double smallest(Row row) {
        return row.labels().mapToDouble(Block::size).min().orElse(Double.MAX_VALUE);
    }

    private List<Act> start() {
        List<Act> start = new ArrayList<>();
        board.controls().forEach(control -> {
            if (control.equals(new Simple(Act.COMFORT))) {
                start.addFirst(Act.COMFORT);
            } else if (control.equals(new Simple(Act.UNDO))) {
                start.addLast(Act.UNDO);
            }
        });
        return start;
    }

    /** Of a button as drawn. */
    private double height() {
        return !frame.large()
                ? Frame.grid(frame.px(64, 72))
                : StepFrame.low(frame) ? frame.target() - margin() : frame.target();
    }

    /** Below the lowest row as drawn: on a low panel large letters need the room of a margin. */
    private double margin() {
        return frame.large() && StepFrame.low(frame) ? frame.top() / 3 : frame.top();
    }

    /** The row with its words as large as it has room for; in all labels the same size. */
    private Row row(List<Act> start, List<Act> end, double wanted) {
        double gap = apart(frame);
        Row row = row(start, end, wanted, frame.px(18, 28));
        if (!row.fits(frame.contentWidth(), gap)) {
            row = row(start, end, wanted, tight());
        }
        for (double size = wanted; !row.fits(frame.contentWidth(), gap) && size > wanted / 3; size -= 1) {
            row = row(start, end, size, tight());
        }
        return row;
    }

    /** So close words may come to the round ends of their button. */
    private double tight() {
        return frame.px(14, 18);
    }

    private Row row(List<Act> start, List<Act> end, double size, double padding) {
        return new Row(parts(start, size, padding), parts(end, size, padding));
    }

    private List<Part> parts(List<Act> acts, double size, double padding) {
        double oneLine = frame.mm(acts.size() < MANY ? ONE_LINE_MM : ONE_LINE_OF_MANY_MM);
        return acts.stream().map(act -> part(act, size, padding, oneLine)).toList();
    }

    /** Words in one line when they are short, else in two. */
    private Part part(Act act, double size, double padding, double widestLine) {
        boolean filled = act == this.filled && act != Act.SKIP;
        if (act == Act.COMFORT) {
            return new Part(act, Optional.empty(), filled, frame.target());
        }
        String text = Labels.of(sight.state(), new Simple(act));
        double one = Type.SEMIBOLD.width(Wrap.plain(text), size);
        boolean oneLine = one <= widestLine || act == Act.UNDO;
        double width = oneLine ? one + 1 : Math.max(one * 0.62, longestWord(text, size)) + 1;
        Block label = Block.fit(text, Type.SEMIBOLD, size, width, height());
        // The round ends come close to the first and the last of several lines.
        double inset = label.lines().size() > 1 ? padding + height() * 0.1 : padding;
        return new Part(act, Optional.of(label), filled, Math.max(frame.target(), label.width() + 2 * inset));
    }

    private static double longestWord(String text, double size) {
        return Stream.of(Wrap.plain(text).split(" "))
                .mapToDouble(word -> Type.SEMIBOLD.width(word, size))
                .max()
                .orElse(0);
    }

    private Bottom place(Row row, double bottom) {
        double gap = apart(frame);
        double x = frame.left();
        for (Part part : row.start()) {
            place(part, x, bottom);
            x += part.width() + gap;
        }
        double right = frame.right();
        for (Part part : row.end().reversed()) {
            place(part, right - part.width(), bottom);
            right -= part.width() + gap;
        }
        double top = shapeBottom(bottom) - height();
        return new Bottom(targetTop(bottom), new Rectangle2D(x, top, Math.max(0, right - x), height()));
    }

    /** The lowest row is pressed down to the edge of the screen, but drawn above the margin. */
    private double shapeBottom(double bottom) {
        return bottom == frame.height() ? bottom - margin() : bottom;
    }

    private double targetTop(double bottom) {
        return Math.min(shapeBottom(bottom) - height(), bottom - frame.target());
    }

    private void place(Part part, double left, double bottom) {
        double top = shapeBottom(bottom) - height();
        double targetTop = targetTop(bottom);
        Rectangle2D shape = sight.at(new Rectangle2D(left, top, part.width(), height()));
        Control control = new Simple(part.act());
        Group group = new Group(Shapes.pill(shape, sight.theme(), part.filled()));
        Color color = part.filled() ? sight.theme().paper() : sight.theme().ink();
        double centre = shape.getMinX() + shape.getWidth() / 2;
        double middle = top + height() / 2;
        if (part.act() == Act.COMFORT) {
            group.getChildren().add(Sign.COMFORT.at(centre, middle, 1.4 * Footer.signSide(frame), color));
        }
        Optional<Undo> undo = sight.state().undo().filter(unused -> part.act() == Act.UNDO);
        double raised = undo.isPresent() ? barHeight() / 2 : 0;
        part.label()
                .ifPresent(label ->
                        group.getChildren().add(label.at(centre, middle - raised - label.height() / 2, 0.5, color)));
        undo.ifPresent(it -> group.getChildren().add(bar(shape, it)));
        group.setAccessibleRole(AccessibleRole.BUTTON);
        group.setAccessibleText(Wrap.plain(Labels.of(sight.state(), control)));
        board.add(group);
        board.spot(control, sight.at(new Rectangle2D(left, targetTop, part.width(), bottom - targetTop)));
    }

    private double barHeight() {
        return frame.px(12, 14);
    }

    /** The time in which the vote can be taken back, inside the button that does it. */
    private Node bar(Rectangle2D shape, Undo undo) {
        double inset = shape.getHeight() * 0.4;
        double high = barHeight();
        Rectangle2D track = new Rectangle2D(
                shape.getMinX() + inset, shape.getMaxY() - high - frame.px(7), shape.getWidth() - 2 * inset, high);
        return RunningOut.in(track, sight, undo.fromMillis(), undo.untilMillis());
    }
}

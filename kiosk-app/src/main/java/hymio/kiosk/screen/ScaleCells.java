package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.wire.Question;
import hymio.wire.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;

/**
 * The numbers 0 to 10 in one row, or in as many as leave room for fingers. Never turned round: 0 is always on the left.
 */
final class ScaleCells {
    private static final int CELLS = 11;
    private static final double TALLEST_MM = 30;
    /** Height of a cell at most, in widths. */
    private static final double TALL = 1.4;

    private static final List<Integer> COLUMNS = List.of(CELLS, 6, 4, 3);

    private final Sight sight;
    private final Frame frame;
    private final StepFrame step;
    private final Set<Integer> chosen;

    static void draw(Sight sight, StepFrame step, Question.Answers answers, Set<Integer> chosen) {
        new ScaleCells(sight, step, chosen).draw(answers);
    }

    private ScaleCells(Sight sight, StepFrame step, Set<Integer> chosen) {
        this.sight = sight;
        this.frame = sight.frame();
        this.step = step;
        this.chosen = chosen;
    }

    /**
     * The numbers in rows and columns.
     *
     * @param left of the first column, pixels
     * @param side width of a cell, pixels
     */
    private record Grid(int columns, double gap, double left, double side) {
        static Grid of(Frame frame, int columns, double gap) {
            boolean inside = columns * (frame.target() + gap) - gap <= frame.contentWidth();
            // Closer to the edges of a small panel than texts: fingers need the room.
            double margin = inside ? frame.left() : Math.min(frame.left(), gap);
            double room = frame.width() - 2 * margin;
            double side = Math.min((room - (columns - 1) * gap) / columns, frame.mm(TALLEST_MM));
            double width = columns * side + (columns - 1) * gap;
            return new Grid(columns, gap, Math.max((frame.width() - width) / 2, margin), side);
        }

        int rows() {
            return Math.ceilDiv(CELLS, columns);
        }

        double width() {
            return columns * side + (columns - 1) * gap;
        }

        double height(double cell) {
            return rows() * cell + (rows() - 1) * gap;
        }
    }

    /** The fewest rows whose cells are wide enough for a finger; 8 mm apart in a body so high, else closer. */
    private static Grid grid(Frame frame, double body) {
        double line = line(frame);
        return Stream.of(frame.apart(), Actions.least(frame))
                .flatMap(gap -> COLUMNS.stream().map(it -> Grid.of(frame, it, gap)))
                .filter(it -> it.side() >= frame.target() && it.height(frame.target()) + line <= body)
                .findFirst()
                .orElseGet(() -> narrow(frame));
    }

    /** What fits the width of a panel that is too low for anything better. */
    private static Grid narrow(Frame frame) {
        double gap = Actions.apart(frame);
        return COLUMNS.stream()
                .map(it -> Grid.of(frame, it, gap))
                .filter(it -> it.side() >= frame.target())
                .findFirst()
                .orElseGet(() -> Grid.of(frame, COLUMNS.getLast(), gap));
    }

    /** Height that the numbers and what they mean need at least, pixels. */
    static double need(Frame frame) {
        return narrow(frame).height(frame.target()) + line(frame);
    }

    /** Height of the line that says what the ends mean. */
    private static double line(Frame frame) {
        return size(frame) * Type.LINE * (lines(frame) + 0.3);
    }

    /** A narrow panel has no room for the meaning of both ends in one line. */
    private static int lines(Frame frame) {
        return frame.portrait() ? 2 : 1;
    }

    private static double size(Frame frame) {
        return frame.font(20, 28);
    }

    private void draw(Question.Answers answers) {
        Grid grid = grid(frame, step.body().getHeight());
        boolean ends = answers.low().isPresent() || answers.high().isPresent();
        double line = ends ? line(frame) : 0;
        double room = (step.body().getHeight() - line - (grid.rows() - 1) * grid.gap()) / grid.rows();
        double high = Math.max(frame.target(), Math.min(room, Math.min(grid.side() * TALL, frame.mm(TALLEST_MM))));
        double spare = Math.max(0, step.body().getHeight() - line - grid.height(high)) / 2;
        double top = step.body().getMinY() + spare;
        ends(answers, grid, top);
        for (int i = 0; i < CELLS; i++) {
            double x = grid.left() + i % grid.columns() * (grid.side() + grid.gap());
            int row = i / grid.columns();
            double y = top + line + row * (high + grid.gap());
            cell(i, new Rectangle2D(x, y, grid.side(), high));
        }
    }

    /** What 0 and 10 mean, each with its number: in two rows 10 does not stand where its meaning does. */
    private void ends(Question.Answers answers, Grid grid, double top) {
        double left = Math.max(grid.left(), frame.mm(1));
        double width = Math.min(grid.width(), frame.width() - 2 * left);
        double room = width - frame.px(24);
        // The shorter of the two leaves room to the longer one.
        double highWidth = Math.min(natural(CELLS - 1, answers.high()), room / 2);
        double lowWidth = Math.min(natural(0, answers.low()), room / 2);
        answers.low().ifPresent(it -> end(0, it, left, top, room - highWidth, false));
        // Above the last number in one row; with more rows another number would stand there, and be taken for the best.
        boolean above = grid.rows() == 1;
        double x = above ? left + width : left + lowWidth + frame.px(24);
        answers.high().ifPresent(it -> end(CELLS - 1, it, x, top, room - lowWidth, above));
    }

    /** Width of an end's number and meaning in one line, pixels. */
    private double natural(int number, Optional<Texts> meaning) {
        double size = size(frame);
        return meaning.map(it -> Type.BOLD.width(String.valueOf(number), size)
                        + size * 0.4
                        + Type.REGULAR.width(Wrap.plain(sight.in(it)), size)
                        + 2)
                .orElse(0.0);
    }

    /** @param right whether the text ends at x instead of starting there */
    private void end(int number, Texts meaning, double x, double top, double width, boolean right) {
        double size = size(frame);
        Color color = sight.theme().ink();
        Block digits = Block.fit(String.valueOf(number), Type.BOLD, size, width, size * Type.LINE);
        double between = size * 0.4;
        Block words = Block.fit(
                sight.in(meaning),
                Type.REGULAR,
                size,
                width - digits.width() - between,
                lines(frame) * size * Type.LINE);
        double start = right ? x - digits.width() - between - words.width() : x;
        double middle = top + lines(frame) * size * Type.LINE / 2;
        step.board().add(digits.at(start, middle - digits.height() / 2, 0, color));
        step.board()
                .add(words.at(
                        start + digits.width() + between,
                        middle - words.height() / 2,
                        0,
                        sight.theme().muted()));
    }

    private void cell(int number, Rectangle2D box) {
        boolean on = chosen.contains(number);
        Color color = on ? sight.theme().paper() : sight.theme().ink();
        double size = Math.max(frame.letters(), frame.font(0, 40));
        Block label = Block.fit(String.valueOf(number), Type.BOLD, size, box.getWidth() * 0.8, box.getHeight());
        Group group = new Group(Shapes.card(box, sight.theme(), on));
        double middle = box.getMinY() + box.getHeight() / 2;
        group.getChildren().add(label.at(box.getMinX() + box.getWidth() / 2, middle - label.height() / 2, 0.5, color));
        group.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        group.setAccessibleText(label.text());
        step.board().add(group);
        step.board().spot(new Control.ChoiceOf(number), box);
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.wire.Question;
import hymio.wire.Texts;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;

/**
 * The numbers 0 to 10 in one row, or in two where one has no room for fingers. Never turned round: 0 is always on the
 * left.
 */
final class ScaleCells {
    private static final int CELLS = 11;
    private static final int HALF = 6;

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

    private void draw(Question.Answers answers) {
        double gap = Actions.least(frame);
        // Closer to the edges of the panel than texts: a small one needs the room for its fingers.
        double left = Math.min(frame.left(), gap);
        double width = frame.width() - 2 * left;
        boolean oneRow = CELLS * frame.target() + (CELLS - 1) * gap <= frame.contentWidth();
        int columns = oneRow ? CELLS : HALF;
        double start = oneRow ? frame.left() : left;
        double all = oneRow ? frame.contentWidth() : width;
        double size = Math.max(frame.letters() * 0.8, frame.font(20, 26));
        double line = size * Type.LINE * 1.2;
        double rows = oneRow ? 1 : 2;
        double room = step.body().getHeight() - (oneRow ? 1 : 2) * line - (rows - 1) * gap;
        double cell = Math.min((all - (columns - 1) * gap) / columns, frame.mm(30));
        double high = Math.min(cell, Math.max(frame.target(), room / rows));
        double wide = columns * cell + (columns - 1) * gap;
        double x = start + (all - wide) / 2;
        double used = rows * high + (rows - 1) * gap + (oneRow ? 1 : 2) * line;
        double top = step.body().getMinY() + Math.max(0, (step.body().getHeight() - used) / 2) + (oneRow ? 0 : line);
        for (int i = 0; i < CELLS; i++) {
            double cellX = x + i % columns * (cell + gap);
            int row = i / columns;
            double cellY = top + row * (high + gap);
            cell(i, new Rectangle2D(cellX, cellY, cell, high));
        }
        double below = top + rows * high + (rows - 1) * gap + line * 0.15;
        end(answers.low(), x, oneRow ? below : top - line, 0, size, wide / 2 - gap);
        end(answers.high(), x + wide, below, 1, size, wide / 2 - gap);
    }

    private void end(Optional<Texts> text, double x, double top, double anchor, double size, double width) {
        text.ifPresent(it -> {
            Block block = Block.fit(sight.in(it), Type.REGULAR, size, width, size * Type.LINE);
            step.board().add(block.at(x, top, anchor, sight.theme().muted()));
        });
    }

    private void cell(int number, Rectangle2D box) {
        boolean on = chosen.contains(number);
        Color color = on ? sight.theme().paper() : sight.theme().ink();
        Block label = Block.fit(
                String.valueOf(number),
                Type.BOLD,
                Math.max(frame.letters(), frame.font(0, 40)),
                box.getWidth() * 0.8,
                box.getHeight());
        Group group = new Group(Shapes.card(box, sight.theme(), on));
        double middle = box.getMinY() + box.getHeight() / 2;
        group.getChildren().add(label.at(box.getMinX() + box.getWidth() / 2, middle - label.height() / 2, 0.5, color));
        group.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        group.setAccessibleText(label.text());
        step.board().add(group);
        step.board().spot(new Control.ChoiceOf(number), box);
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.Keyboard;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;

/**
 * The keys of the on-screen keyboard, as large as the panel allows: 10 mm or more on 7 inches. They are not 20 mm as
 * other targets are, because eleven in a row of that size need a panel of 12 inches; what they write can be taken back.
 */
final class KeyboardKeys {
    private static final double LEAST_MM = 10;
    private static final double MOST_MM = 17;
    /** Share of the height that keys take where they need not. */
    private static final double SHARE = 0.44;

    private final Sight sight;
    private final Frame frame;
    private final Board board;
    private final Draft draft;

    KeyboardKeys(Sight sight, Board board, Draft draft) {
        this.sight = sight;
        this.board = board;
        this.draft = draft;
        frame = sight.frame();
    }

    private List<List<String>> rows() {
        return Keyboard.of(sight.state().language(), draft).rows();
    }

    /** Of all rows of keys, with the one that holds the space bar, pixels. */
    double height() {
        return (rows().size() + 1) * pitch();
    }

    /** From one row to the next: what a finger may press, pixels. */
    private double pitch() {
        return Math.clamp(frame.height() * SHARE / (rows().size() + 1), frame.mm(LEAST_MM), frame.mm(MOST_MM));
    }

    /** Between keys as drawn, pixels. */
    private double gap() {
        return frame.px(5, 8);
    }

    /** @param top of what a finger may press, pixels */
    void draw(double top) {
        List<List<String>> rows = rows();
        double gap = gap();
        int most = rows.stream().mapToInt(List::size).max().orElse(1);
        double width = Math.min(frame.mm(20), (frame.width() - gap) / most - gap);
        double height = pitch() - gap;
        double y = top + gap / 2;
        for (List<String> row : rows) {
            double x = (frame.width() - row.size() * width - (row.size() - 1) * gap) / 2;
            for (String key : row) {
                key(new Control.Key(Keyboard.key(key, draft)), new Rectangle2D(x, y, width, height), gap, false);
                x += width + gap;
            }
            y += height + gap;
        }
        last(y, most * (width + gap) - gap, height, gap);
    }

    /** Shift, signs, space and backspace. */
    private void last(double y, double all, double height, double gap) {
        double x = (frame.width() - all) / 2;
        double side = all * 0.17;
        double space = all - 3 * side - 3 * gap;
        key(new Control.Simple(Act.SHIFT), new Rectangle2D(x, y, side, height), gap, draft.shift() && !draft.signs());
        key(new Control.Simple(Act.SIGNS), new Rectangle2D(x + side + gap, y, side, height), gap, draft.signs());
        key(new Control.Key(" "), new Rectangle2D(x + 2 * (side + gap), y, space, height), gap, false);
        key(new Control.Simple(Act.BACKSPACE), new Rectangle2D(x + all - side, y, side, height), gap, false);
    }

    /** A keyboard is never turned round: its letters stand where fingers know them. */
    private void key(Control control, Rectangle2D box, double gap, boolean on) {
        Theme theme = sight.theme();
        Color color = on ? theme.paper() : theme.ink();
        Group group = new Group(Shapes.card(box, theme, on));
        double middle = box.getMinY() + box.getHeight() / 2;
        double centre = box.getMinX() + box.getWidth() / 2;
        Optional<Sign> sign = sign(control);
        double side = Math.min(box.getHeight() * 0.62, frame.mm(9));
        sign.ifPresent(it -> group.getChildren().add(it.at(centre, middle, side, color)));
        if (sign.isEmpty()) {
            String text = control.equals(new Control.Simple(Act.SIGNS)) ? signs() : Labels.of(sight.state(), control);
            double size = Math.min(box.getHeight() * 0.8, Math.max(frame.letters(), frame.font(0, 36)));
            boolean word = text.length() > 1;
            Block label = Block.fit(
                    text,
                    word ? Type.REGULAR : Type.SEMIBOLD,
                    word && !frame.large() ? size * 0.8 : size,
                    box.getWidth() * (word ? 0.9 : 1),
                    box.getHeight());
            group.getChildren().add(label.at(centre, middle - label.height() / 2, 0.5, color));
        }
        group.setAccessibleRole(AccessibleRole.BUTTON);
        group.setAccessibleText(Labels.of(sight.state(), control));
        board.add(group);
        double half = gap / 2;
        board.spot(
                control,
                new Rectangle2D(
                        box.getMinX() - half, box.getMinY() - half, box.getWidth() + gap, box.getHeight() + gap));
    }

    private String signs() {
        return draft.signs() ? "ABC" : "123";
    }

    private static Optional<Sign> sign(Control control) {
        if (control.equals(new Control.Simple(Act.SHIFT))) {
            return Optional.of(Sign.SHIFT);
        }
        return control.equals(new Control.Simple(Act.BACKSPACE)) ? Optional.of(Sign.BACKSPACE) : Optional.empty();
    }
}

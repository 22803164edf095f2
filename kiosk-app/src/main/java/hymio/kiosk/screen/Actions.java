package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Control.Simple;
import hymio.kiosk.visit.VisitState.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The bottom of a step: the way to comfort where the line begins, then undo while it runs, and at the line's end what
 * goes on from here, the likeliest last.
 */
final class Actions {
    private static final double LEAST_APART_MM = 4;

    private final Sight sight;
    private final Frame frame;
    private final Board board;

    private Actions(Board board, Sight sight) {
        this.board = board;
        this.sight = sight;
        frame = sight.frame();
    }

    /**
     * Draws the row along the bottom of the screen.
     *
     * @param onwards what stands at the end of the line; the last of them is filled
     * @return the top of what a finger may press, pixels
     */
    static double draw(Board board, Sight sight, List<Act> onwards) {
        return new Actions(board, sight).row(onwards);
    }

    /** Least distance of targets on a panel that has no room for more, pixels. */
    static double least(Frame frame) {
        return frame.mm(LEAST_APART_MM);
    }

    /** What stands in the row: a sign, words, or both. */
    private record Part(Act act, Optional<Sign> sign, Optional<Block> label, boolean filled, double width) {}

    private double row(List<Act> onwards) {
        List<Act> start = new ArrayList<>();
        board.controls().forEach(control -> {
            if (control.equals(new Simple(Act.COMFORT))) {
                start.addFirst(Act.COMFORT);
            } else if (control.equals(new Simple(Act.UNDO))) {
                start.addLast(Act.UNDO);
            }
        });
        double size = frame.font(20, 28);
        double gaps = (start.size() + onwards.size() - 1) * gap();
        double words = frame.contentWidth() - gaps - (start.contains(Act.COMFORT) ? frame.target() : 0);
        int worded = Math.max(1, onwards.size() + (start.contains(Act.UNDO) ? 1 : 0));
        List<Part> first = parts(start, size, words / worded, false);
        List<Part> last = parts(onwards, size, words / worded, true);
        double height = height();
        double x = frame.left();
        for (Part part : first) {
            place(part, x, height);
            x += part.width() + gap();
        }
        x = frame.right();
        for (Part part : last.reversed()) {
            place(part, x - part.width(), height);
            x -= part.width() + gap();
        }
        return Math.min(frame.bottom() - height, frame.height() - frame.target());
    }

    private double height() {
        return Frame.grid(frame.large() ? frame.target() : frame.px(64, 72));
    }

    private double gap() {
        return frame.width() < frame.mm(200) ? least(frame) : frame.apart();
    }

    private List<Part> parts(List<Act> acts, double size, double width, boolean onwards) {
        List<Part> parts = new ArrayList<>();
        double padding = frame.px(16, 28);
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            boolean comfort = act == Act.COMFORT;
            String text = Labels.of(sight.state(), new Simple(act));
            Block label = Block.fit(text, Type.SEMIBOLD, size, width - 2 * padding, height());
            double wide = comfort ? frame.target() : Math.max(frame.target(), label.width() + 2 * padding);
            boolean filled = onwards && i == acts.size() - 1;
            Optional<Sign> sign = comfort ? Optional.of(Sign.COMFORT) : Optional.empty();
            parts.add(new Part(act, sign, Optional.of(label).filter(unused -> !comfort), filled, wide));
        }
        return parts;
    }

    private void place(Part part, double left, double height) {
        double top = frame.bottom() - height;
        double targetTop = Math.min(top, frame.height() - frame.target());
        Rectangle2D shape = sight.at(new Rectangle2D(left, top, part.width(), height));
        Rectangle2D target = sight.at(new Rectangle2D(left, targetTop, part.width(), frame.height() - targetTop));
        Control control = new Simple(part.act());
        Group group = new Group(Shapes.pill(shape, sight.theme(), part.filled()));
        Color color = part.filled() ? sight.theme().paper() : sight.theme().ink();
        double middle = top + height / 2;
        double centre = shape.getMinX() + shape.getWidth() / 2;
        part.sign().ifPresent(sign -> group.getChildren().add(sign.at(centre, middle, Footer.signSide(frame), color)));
        part.label()
                .ifPresent(label -> group.getChildren().add(label.at(centre, middle - label.height() / 2, 0.5, color)));
        if (part.act() == Act.UNDO) {
            sight.state().undo().ifPresent(undo -> group.getChildren().add(bar(shape, undo)));
        }
        group.setAccessibleRole(AccessibleRole.BUTTON);
        group.setAccessibleText(Labels.of(sight.state(), control));
        board.add(group);
        board.spot(control, target);
    }

    /** The time in which the vote can be taken back, inside the button that does it. */
    private Node bar(Rectangle2D shape, Undo undo) {
        double thick = Math.max(4, frame.px(6));
        double inset = shape.getHeight() / 2;
        Rectangle bar = new Rectangle(
                shape.getMinX() + inset, shape.getMaxY() - 2 * thick, shape.getWidth() - 2 * inset, thick);
        bar.setFill(sight.theme().ink());
        RunningOut.run(bar, sight.motion(), undo.fromMillis(), undo.untilMillis());
        return bar;
    }
}

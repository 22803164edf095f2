package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Where buttons are, for those who step through the screen with them, and what each of the four does. */
final class FocusRing {
    private static final double RING_MM = 1.2;

    /** Pixels at the bottom of the screen that the line about the buttons takes: none while nobody uses them. */
    static double room(Frame whole, VisitState state) {
        return state.focus() == VisitState.NO_FOCUS ? 0 : 1.7 * size(whole);
    }

    private static double size(Frame frame) {
        return frame.font(22, 28);
    }

    /**
     * A ring in ink with paper on both sides of it, so that it stands out from whatever is below (WCAG 2.2, 2.4.13).
     */
    static Optional<Node> round(Sight sight, List<Spot> spots) {
        int focus = sight.state().focus();
        if (focus < 0 || focus >= spots.size()) {
            return Optional.empty();
        }
        double wide = sight.frame().mm(RING_MM);
        Rectangle2D box = round(sight.frame(), spots.get(focus).target(), wide);
        Group ring = new Group(
                outline(box, 3 * wide, sight.theme().paper()),
                outline(box, wide, sight.theme().ink()));
        ring.setMouseTransparent(true);
        return Optional.of(ring);
    }

    /** Just outside what is pressed, but on the screen. */
    private static Rectangle2D round(Frame frame, Rectangle2D target, double wide) {
        double left = Math.max(wide / 2, target.getMinX() - wide);
        double top = Math.max(wide / 2, target.getMinY() - wide);
        double right = Math.min(frame.width() - wide / 2, target.getMaxX() + wide);
        double bottom = Math.min(frame.height() - wide / 2, target.getMaxY() + wide);
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    private static Rectangle outline(Rectangle2D box, double wide, Color color) {
        Rectangle outline = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        double arc = Math.min(box.getHeight(), 8 * RING_MM * wide);
        outline.setArcWidth(arc);
        outline.setArcHeight(arc);
        outline.setFill(null);
        outline.setStroke(color);
        outline.setStrokeWidth(wide);
        return outline;
    }

    /** What the four buttons do, in the strip below the view that {@link #room} leaves. */
    static Node line(Sight sight, double room) {
        Frame frame = sight.frame();
        List<Sign> signs = List.of(Sign.BACK, Sign.ON, Sign.CHECK, Sign.CROSS);
        List<String> words = List.of("focus.back", "focus.on", "focus.choose", "focus.leave").stream()
                .map(sight.texts()::of)
                .toList();
        double cell = frame.contentWidth() / signs.size();
        double side = room * 0.5;
        List<Block> blocks = Block.fit(words, Type.SEMIBOLD, size(frame), cell - 1.6 * side, room);
        Rectangle ground = new Rectangle(0, frame.height(), frame.width(), room);
        ground.setFill(sight.theme().paper());
        Group line = new Group(ground);
        for (int i = 0; i < signs.size(); i++) {
            // The buttons stand in one order whatever the language: the line is never turned round.
            double x = frame.left() + i * cell;
            double middle = frame.height() + room / 2;
            line.getChildren()
                    .add(signs.get(i)
                            .at(x + side / 2, middle, side, sight.theme().ink()));
            Block word = blocks.get(i);
            line.getChildren()
                    .add(word.at(
                            x + 1.3 * side,
                            middle - word.height() / 2,
                            0,
                            sight.theme().ink()));
        }
        return line;
    }

    private FocusRing() {}
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Reviewing;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** What was hidden in a comment, shown before it is stored. */
final class ReviewingView {
    /** Height of the box at least, where there is room, of the width of the screen. */
    private static final double LEAST_BOX = 0.35;

    static View of(Sight sight) {
        String masked = sight.state().phase() instanceof Reviewing review ? review.masked() : "";
        Frame frame = sight.frame();
        StepFrame step =
                StepFrame.of(sight, sight.texts().of("masked"), List.of(Act.SKIP, Act.CHANGE, Act.SEND), frame.mm(40));
        Rectangle2D body = step.body();
        double gap = frame.px(10, 20);
        double size = frame.font(22, 30);
        Block detail = Block.fit(
                sight.texts().of("masked.detail"),
                Type.REGULAR,
                size,
                body.getWidth(),
                body.getHeight() * (frame.large() ? 0.45 : 0.3));
        step.board()
                .text(
                        new Placed(detail, body.getMinX(), body.getMinY(), 0),
                        sight.theme().muted());
        double top = body.getMinY() + detail.height() + gap;
        double padding = frame.px(12, 20);
        Rectangle2D box = new Rectangle2D(body.getMinX(), top, body.getWidth(), Math.max(1, body.getMaxY() - top));
        Block text = Block.fit(
                masked,
                Type.SEMIBOLD,
                Math.max(frame.letters(), frame.font(0, 44)),
                box.getWidth() - 2 * padding,
                Math.max(1, box.getHeight() - 2 * padding));
        // As the box it was written in; on an upright panel no taller than the words and some air need.
        double tall = Math.max(text.height() + 2 * padding, frame.width() * LEAST_BOX);
        Rectangle2D card = new Rectangle2D(box.getMinX(), top, box.getWidth(), Math.min(box.getHeight(), tall));
        step.board().add(Shapes.card(sight.at(card), sight.theme(), false));
        step.board()
                .text(
                        new Placed(text, box.getMinX() + padding, top + padding, 0),
                        sight.theme().ink());
        return step.board();
    }

    private ReviewingView() {}
}

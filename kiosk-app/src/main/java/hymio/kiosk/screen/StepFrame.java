package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * What every follow-up has round its middle: the place, the question, and the actions at the bottom.
 *
 * @param body room for the rest, laid out from left to right
 */
record StepFrame(Board board, Rectangle2D body) {
    /** Share of the height that a long question may take. */
    private static final double ASKED = 0.28;
    /** A panel lower than this keeps all its height for the step: the name of the place gives way. */
    private static final double NAMED_MM = 110;

    /**
     * Draws what is round the middle.
     *
     * @param onwards what goes on from here, the likeliest last
     * @param need height that the middle must have, pixels; the question's letters give way to it
     */
    static StepFrame of(Sight sight, String asked, List<Act> onwards, double need) {
        Frame frame = sight.frame();
        Board board = new Board(sight);
        double gap = frame.px(10, 24);
        Actions.Bottom actions = Actions.draw(board, sight, onwards);
        double bottom = actions.top() - Actions.apart(frame);
        double named = Header.of(sight).bottom() + gap;
        boolean roomy = !low(frame) && bottom - need - gap - named >= frame.letters() * Type.LINE;
        double top = roomy ? named : frame.top() / (frame.large() ? 4 : 2);
        head(board, sight, roomy, actions.free());
        double room = Math.clamp(bottom - need - gap - top, frame.px(28), frame.height() * ASKED);
        double size = Math.max(frame.letters(), frame.font(0, 44));
        // Large letters on a low panel need some of the margin.
        double width = frame.contentWidth() + (frame.large() && low(frame) ? frame.left() / 2 : 0);
        Block title = Block.fit(asked, Type.BOLD, size, width, room);
        board.text(new Placed(title, frame.left(), top, 0), sight.theme().ink());
        double bodyTop = top + title.height() + gap;
        return new StepFrame(
                board, new Rectangle2D(frame.left(), bodyTop, frame.contentWidth(), Math.max(1, bottom - bodyTop)));
    }

    /** The name of the place; just after a vote that it is saved, which else stands between the actions. */
    static void head(Board board, Sight sight, boolean named, Rectangle2D free) {
        boolean voted = sight.state().voted().isPresent();
        if (named && voted) {
            Frame frame = sight.frame();
            double height = Math.max(Header.of(sight).bottom() - frame.top(), Saved.height(frame));
            Saved.draw(board, sight, new Rectangle2D(frame.left(), frame.top(), frame.contentWidth(), height));
        } else if (named) {
            board.header();
        } else {
            Saved.draw(board, sight, free);
        }
    }

    /** Whether the panel is too low for the name of the place. */
    static boolean low(Frame frame) {
        return frame.height() < frame.mm(NAMED_MM);
    }
}

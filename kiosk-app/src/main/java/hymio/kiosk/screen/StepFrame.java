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
    private static final double ASKED = 0.26;

    static StepFrame of(Sight sight, String asked, List<Act> onwards) {
        Frame frame = sight.frame();
        Board board = new Board(sight);
        board.header();
        double gap = frame.px(12, 24);
        double top = Header.of(sight).bottom() + gap;
        double size = Math.max(frame.letters(), frame.font(0, 44));
        Block title = Block.fit(asked, Type.BOLD, size, frame.contentWidth(), frame.height() * ASKED);
        board.text(new Placed(title, frame.left(), top, 0), sight.theme().ink());
        double bottom = Actions.draw(board, sight, onwards) - gap;
        double bodyTop = top + title.height() + gap;
        return new StepFrame(
                board, new Rectangle2D(frame.left(), bodyTop, frame.contentWidth(), Math.max(1, bottom - bodyTop)));
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.PinAsked;
import java.text.MessageFormat;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Circle;

/** The pad for the staff PIN. Digits are dots, and the pad never says how many there should be. */
final class PinView {
    private static final List<Integer> DIGITS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    private static final long MINUTE = 60_000;

    private final Sight sight;
    private final Frame frame;
    private final Board board;
    private final PinAsked asked;

    static View of(Sight sight) {
        PinAsked asked = sight.state().phase() instanceof PinAsked pin ? pin : new PinAsked(0, false, 0);
        return new PinView(sight, asked).draw();
    }

    private PinView(Sight sight, PinAsked asked) {
        this.sight = sight;
        this.asked = asked;
        frame = sight.frame();
        board = new Board(sight);
    }

    private View draw() {
        board.header();
        double gap = Actions.least(frame);
        double bottom = Actions.draw(board, sight, List.of(Act.CLOSE, Act.PIN_ERASE, Act.PIN_ENTER)) - gap;
        int columns = frame.portrait() ? 3 : 5;
        int rows = (DIGITS.size() + columns - 1) / columns;
        double top = Header.of(sight).bottom() + frame.px(12);
        double key = Math.min(frame.mm(26), Math.max(frame.target(), (bottom - top) * 0.7 / rows - gap));
        double padTop = bottom - rows * (key + gap);
        words(top, padTop - frame.px(8));
        double wide = columns * key + (columns - 1) * gap;
        for (int i = 0; i < DIGITS.size(); i++) {
            int column = columns == 3 && i == 9 ? 1 : i % columns;
            double x = (frame.width() - wide) / 2 + column * (key + gap);
            int row = i / columns;
            digit(DIGITS.get(i), new Rectangle2D(x, padTop + row * (key + gap), key, key));
        }
        return board;
    }

    private void digit(int digit, Rectangle2D box) {
        Control control = new Control.Digit(digit);
        Block label = Block.fit(String.valueOf(digit), Type.SEMIBOLD, frame.letters(), box.getWidth(), box.getHeight());
        // A pad is not turned round: its digits stand as on every pad.
        Rectangle2D placed = sight.at(box);
        board.knob(control, placed, placed, label, Board.Look.PLAIN);
    }

    private void words(double top, double bottom) {
        double room = Math.max(1, bottom - top);
        double size = frame.font(22, 32);
        Block title = Block.fit(message(), Type.SEMIBOLD, size, frame.contentWidth(), room * 0.6);
        board.text(new Placed(title, frame.width() / 2, top, 0.5), sight.theme().ink());
        double radius = Math.min(frame.mm(1.8), room * 0.15);
        double y = Math.max(top + title.height() + radius, bottom - 2 * radius);
        for (int i = 0; i < asked.digits(); i++) {
            double x = frame.width() / 2 + (i - (asked.digits() - 1) / 2.0) * radius * 4;
            board.add(new Circle(x, y, radius, sight.theme().ink()));
        }
    }

    private String message() {
        long locked = asked.lockedUntilMillis() - sight.motion().nowMillis();
        if (locked > 0) {
            return MessageFormat.format(sight.texts().of("pin.locked"), (locked + MINUTE - 1) / MINUTE);
        }
        return sight.texts().of(asked.wrong() ? "pin.wrong" : "pin.asked");
    }
}

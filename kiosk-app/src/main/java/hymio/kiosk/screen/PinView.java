package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.PinAsked;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Circle;

/** The pad for the staff PIN. Digits are dots, and the pad never says how many there should be. */
final class PinView {
    private static final List<Integer> DIGITS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    private static final long MINUTE = 60_000;
    /** Height of the line of dots above the pad. */
    private static final double DOTS_MM = 6;
    /** Side of the largest key. */
    private static final double MOST_MM = 26;

    private final Sight sight;
    private final Frame frame;
    private final PinAsked asked;

    static View of(Sight sight) {
        PinAsked asked = sight.state().phase() instanceof PinAsked pin ? pin : new PinAsked(0, false, 0);
        return new PinView(sight, asked).draw();
    }

    private PinView(Sight sight, PinAsked asked) {
        this.sight = sight;
        this.asked = asked;
        frame = sight.frame();
    }

    private View draw() {
        int columns = frame.portrait() ? 3 : 5;
        int rows = Math.ceilDiv(DIGITS.size(), columns);
        double dots = frame.mm(DOTS_MM);
        double need = rows * frame.target() + (rows - 1) * Actions.apart(frame) + dots;
        List<Act> onwards = List.of(Act.CLOSE, Act.PIN_ERASE, Act.PIN_ENTER);
        StepFrame step = StepFrame.of(sight, message(), onwards, need);
        Rectangle2D body = step.body();
        double room = body.getHeight() - dots;
        double gap = rows * frame.target() + (rows - 1) * frame.apart() <= room ? frame.apart() : Actions.least(frame);
        double key = Math.clamp((room - (rows - 1) * gap) / rows, frame.target(), frame.mm(MOST_MM));
        double spare = Math.max(0, room - rows * key - (rows - 1) * gap) / 2;
        double top = body.getMinY() + spare + dots;
        dots(step.board(), top - dots / 2);
        double left = (frame.width() - columns * key - (columns - 1) * gap) / 2;
        for (int i = 0; i < DIGITS.size(); i++) {
            int column = columns == 3 && i == 9 ? 1 : i % columns;
            int row = i / columns;
            double y = top + row * (key + gap);
            digit(step.board(), DIGITS.get(i), new Rectangle2D(left + column * (key + gap), y, key, key));
        }
        return step.board();
    }

    private void digit(Board board, int digit, Rectangle2D box) {
        Control control = new Control.Digit(digit);
        Block label = Block.fit(String.valueOf(digit), Type.SEMIBOLD, frame.letters(), box.getWidth(), box.getHeight());
        // A pad is not turned round: its digits stand as on every pad.
        Rectangle2D placed = sight.at(box);
        board.knob(control, placed, placed, label, Board.Look.PLAIN);
    }

    /** One for each digit typed. */
    private void dots(Board board, double y) {
        double radius = frame.mm(DOTS_MM) * 0.28;
        for (int i = 0; i < asked.digits(); i++) {
            double x = frame.width() / 2 + (i - (asked.digits() - 1) / 2.0) * radius * 4;
            board.add(new Circle(x, y, radius, sight.theme().ink()));
        }
    }

    private String message() {
        long locked = asked.lockedUntilMillis() - sight.motion().nowMillis();
        if (locked > 0) {
            return sight.texts().of("pin.locked", Math.ceilDiv(locked, MINUTE));
        }
        return sight.texts().of(asked.wrong() ? "pin.wrong" : "pin.asked");
    }
}

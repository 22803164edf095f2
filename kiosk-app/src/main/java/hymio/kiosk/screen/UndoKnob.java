package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Undo;
import javafx.geometry.Rectangle2D;

/**
 * The way to take a vote back, below the thanks for it: a large button with a bar that runs out, and in words how long
 * there is.
 *
 * @param width of the button, pixels
 * @param button its height, pixels
 * @param label on the button
 * @param time in words
 */
record UndoKnob(Sight sight, Undo undo, double width, double button, Block label, Block time) {
    private static final long SECOND = 1_000;

    static UndoKnob of(Sight sight, Undo undo) {
        Frame frame = sight.frame();
        double most = frame.contentWidth();
        double button = Math.max(frame.target(), frame.px(112));
        Control control = new Control.Simple(Act.UNDO);
        double size = Math.max(frame.letters(), frame.font(0, 34));
        Block label = Block.fit(
                Labels.of(sight.state(), control), Type.SEMIBOLD, size, most - frame.mm(16), button - frame.mm(8));
        long seconds = Math.ceilDiv(undo.untilMillis() - undo.fromMillis(), SECOND);
        double small = frame.font(20, 26);
        Block time =
                Block.fit(sight.texts().of("undo.time", seconds), Type.REGULAR, small, most, 2 * small * Type.LINE);
        double width = Math.min(most, Math.max(frame.mm(64), label.width() + frame.mm(16)));
        return new UndoKnob(sight, undo, width, button, label, time);
    }

    /** Of the button and the words below it, pixels. */
    double height() {
        return button + between() + time.height();
    }

    private double between() {
        return sight.frame().px(6, 12);
    }

    void draw(Board board, double top) {
        Frame frame = sight.frame();
        double middle = frame.width() / 2;
        Rectangle2D box = new Rectangle2D(middle - width / 2, top, width, button);
        double bar = Math.max(12, frame.mm(3));
        double below = frame.mm(2.5);
        // The label stands above the bar: the knob's own middle is that of what the bar leaves.
        board.knob(new Control.Simple(Act.UNDO), box, box, label, Board.Look.PLAIN, bar + below);
        double inset = frame.mm(6);
        Rectangle2D track = new Rectangle2D(box.getMinX() + inset, box.getMaxY() - below - bar, width - 2 * inset, bar);
        board.add(RunningOut.in(track, sight, undo.fromMillis(), undo.untilMillis()));
        board.text(
                new Placed(time, middle, box.getMaxY() + between(), 0.5),
                sight.theme().muted());
    }
}

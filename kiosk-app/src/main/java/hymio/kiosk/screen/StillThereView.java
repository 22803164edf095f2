package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.StillThere;
import javafx.geometry.Rectangle2D;

/** Asks whether somebody is still there, while a bar runs out; one large button goes on. */
final class StillThereView {
    private final Sight sight;
    private final Frame frame;
    private final Board board;

    static View of(Sight sight) {
        return new StillThereView(sight).draw();
    }

    private StillThereView(Sight sight) {
        this.sight = sight;
        frame = sight.frame();
        board = new Board(sight);
    }

    private View draw() {
        double width = Math.min(frame.contentWidth(), frame.mm(180));
        double padding = frame.px(24, 40);
        double gap = frame.px(16, 28);
        double inside = width - 2 * padding;
        Block title = Block.fit(
                sight.texts().of("still-there"),
                Type.BOLD,
                Math.max(frame.letters(), frame.font(0, 48)),
                inside,
                frame.height() * 0.2);
        Block detail = Block.fit(
                sight.texts().of("still-there.detail"), Type.REGULAR, frame.font(22, 30), inside, frame.height() * 0.2);
        double button = frame.target();
        double bar = Math.max(10, frame.mm(2.5));
        double height = 2 * padding + title.height() + detail.height() + bar + button + 3 * gap;
        double left = (frame.width() - width) / 2;
        double top = Math.max(0, (frame.height() - height) / 2);
        board.add(Shapes.card(new Rectangle2D(left, top, width, height), sight.theme(), false));
        double middle = frame.width() / 2;
        double y = top + padding;
        board.text(new Placed(title, middle, y, 0.5), sight.theme().ink());
        y += title.height() + gap;
        board.text(new Placed(detail, middle, y, 0.5), sight.theme().ink());
        y += detail.height() + gap;
        bar(left + padding, y, inside, bar);
        y += bar + gap;
        stay(middle, y, inside, button);
        return board;
    }

    private void bar(double x, double y, double width, double height) {
        if (sight.state().over().orElse(null) instanceof StillThere still) {
            Rectangle2D track = new Rectangle2D(x, y, width, height);
            board.add(RunningOut.in(track, sight, still.fromMillis(), still.untilMillis()));
        }
    }

    private void stay(double middle, double top, double most, double height) {
        Control control = new Control.Simple(Act.STAY);
        Block label = Block.fit(
                Labels.of(sight.state(), control),
                Type.SEMIBOLD,
                Math.max(frame.letters(), frame.font(0, 34)),
                most,
                height);
        double width = Math.min(most, Math.max(frame.mm(60), label.width() + frame.mm(16)));
        Rectangle2D shape = new Rectangle2D(middle - width / 2, top, width, height);
        board.knob(control, shape, shape, label, Board.Look.FILLED);
    }
}

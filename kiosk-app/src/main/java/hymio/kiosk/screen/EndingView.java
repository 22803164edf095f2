package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Staff chose to end the app, or to start it again: what that means for the hall, before it happens. */
final class EndingView {
    /** @param act what was chosen */
    static View of(Sight sight, Act act) {
        Frame frame = sight.frame();
        String key = act == Act.STAFF_RESTART ? "staff.restart" : "staff.stop";
        StepFrame step = StepFrame.of(sight, sight.texts().of(key), List.of(act, Act.STAFF_BACK), frame.mm(20));
        Rectangle2D body = step.body();
        double size = Math.max(frame.letters(), frame.font(0, 32));
        Block detail =
                Block.fit(sight.texts().of(key + ".detail"), Type.REGULAR, size, body.getWidth(), body.getHeight());
        step.board()
                .text(
                        new Placed(detail, body.getMinX(), body.getMinY(), 0),
                        sight.theme().ink());
        return step.board();
    }

    private EndingView() {}
}

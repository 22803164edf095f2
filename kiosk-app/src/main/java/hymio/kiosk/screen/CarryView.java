package hymio.kiosk.screen;

import hymio.kiosk.visit.Carrying;
import hymio.kiosk.visit.Control.Act;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** What staff see while the responses go to a stick, and how that ended. */
final class CarryView {
    private final Sight sight;
    private final Frame frame;
    private final StepFrame step;

    static View of(Sight sight, Carrying carrying) {
        return new CarryView(sight).draw(carrying);
    }

    private CarryView(Sight sight) {
        this.sight = sight;
        frame = sight.frame();
        step = StepFrame.of(sight, sight.texts().of("staff.carry.title"), List.of(Act.STAFF_BACK), frame.mm(30));
    }

    private View draw(Carrying carrying) {
        switch (carrying) {
            case Carrying.Writing it -> bar(said("writing", it.written(), it.total()), it);
            case Carrying.Written it -> said("written", it.responses(), it.files());
            case Carrying.Stopped it ->
                said(it.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return step.board();
    }

    /** @return where what is said ends, pixels */
    private double said(String word, Object... values) {
        Rectangle2D body = step.body();
        String key = "staff.carry." + word;
        Block head = block(sight.texts().of(key, values), Type.SEMIBOLD, frame.font(28, 44), 0.4);
        Block detail = block(sight.texts().of(key + ".detail", values), Type.REGULAR, frame.font(24, 34), 0.5);
        double below = body.getMinY() + head.height() + frame.px(8, 16);
        step.board()
                .text(
                        new Placed(head, body.getMinX(), body.getMinY(), 0),
                        sight.theme().ink());
        step.board()
                .text(
                        new Placed(detail, body.getMinX(), below, 0),
                        sight.theme().ink());
        return below + detail.height();
    }

    private Block block(String text, Type type, double size, double share) {
        Rectangle2D body = step.body();
        return Block.fit(text, type, size, body.getWidth(), body.getHeight() * share);
    }

    private void bar(double above, Carrying.Writing it) {
        Rectangle2D body = step.body();
        double height = frame.px(8, 16);
        double top = Math.min(above + frame.px(12, 32), body.getMaxY() - height);
        double share = Math.clamp((double) it.written() / Math.max(1, it.total()), 0, 1);
        strip(new Rectangle2D(body.getMinX(), top, body.getWidth(), height), Color.TRANSPARENT);
        strip(
                new Rectangle2D(body.getMinX(), top, Math.max(height, body.getWidth() * share), height),
                sight.theme().ink());
    }

    private void strip(Rectangle2D area, Color fill) {
        Rectangle2D box = sight.at(area);
        Rectangle strip = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        strip.setFill(fill);
        strip.setStroke(sight.theme().ink());
        step.board().add(strip);
    }
}

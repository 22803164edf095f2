package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.StaffFigures;
import hymio.kiosk.visit.VisitState.ButtonTest;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** Staff press each button and see that it is heard; nothing is stored. */
final class ButtonTestView {
    private final Sight sight;
    private final Frame frame;

    static View of(Sight sight) {
        List<StaffFigures.Button> buttons =
                sight.state().phase() instanceof ButtonTest test ? test.buttons() : List.of();
        return new ButtonTestView(sight).draw(buttons);
    }

    private ButtonTestView(Sight sight) {
        this.sight = sight;
        frame = sight.frame();
    }

    private View draw(List<StaffFigures.Button> buttons) {
        StepFrame step =
                StepFrame.of(sight, sight.texts().of("staff.test.title"), List.of(Act.STAFF_BACK), frame.mm(40));
        Rectangle2D body = step.body();
        if (buttons.isEmpty()) {
            Block none = Block.fit(
                    sight.texts().of("staff.test.none"),
                    Type.REGULAR,
                    frame.font(22, 32),
                    body.getWidth(),
                    body.getHeight());
            step.board()
                    .text(
                            new Placed(none, body.getMinX(), body.getMinY(), 0),
                            sight.theme().ink());
        }
        // Physical buttons stand in one order whatever the language: columns are not turned round.
        double column = body.getWidth() / Math.max(1, buttons.size());
        for (int i = 0; i < buttons.size(); i++) {
            button(
                    step.board(),
                    buttons.get(i),
                    new Rectangle2D(body.getMinX() + i * column, body.getMinY(), column, body.getHeight()));
        }
        return step.board();
    }

    private void button(Board board, StaffFigures.Button button, Rectangle2D area) {
        Theme theme = sight.theme();
        double size = frame.font(22, 32);
        double radius = Math.min(Math.min(area.getWidth() * 0.38, frame.mm(24)), area.getHeight() * 0.27);
        double x = area.getMinX() + area.getWidth() / 2;
        double spare = area.getHeight() - 2 * radius - frame.px(12) - 4 * size * Type.LINE;
        double y = area.getMinY() + radius + 4 + Math.max(0, spare / 2);
        Circle disc = new Circle(x, y, radius, button.down() ? theme.ink() : theme.paper());
        disc.setStroke(theme.ink());
        disc.setStrokeWidth(4);
        board.add(disc);
        Color color = button.down() ? theme.paper() : theme.ink();
        Block number = Block.fit(
                String.valueOf(button.button()),
                Type.BOLD,
                Math.max(frame.letters(), radius * 0.8),
                radius * 2,
                radius * 2);
        board.add(number.at(x, y - number.height() / 2, 0.5, color));
        double top = y + radius + frame.px(12);
        for (String line : lines(button)) {
            Block block = Block.fit(line, Type.REGULAR, size, area.getWidth() - 8, (area.getMaxY() - top) * 0.6);
            board.add(block.at(x, top, 0.5, theme.ink()));
            top += block.height() + 4;
        }
    }

    private List<String> lines(StaffFigures.Button button) {
        ScreenTexts texts = sight.texts();
        String presses = texts.of("staff.test.presses", button.presses());
        if (button.stuck()) {
            return List.of(presses, texts.of("staff.test.stuck"));
        }
        return button.ghosts() > 0
                ? List.of(presses, texts.of("staff.test.ghosts", button.ghosts()))
                : List.of(presses);
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.wire.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;

/** Two to six choices as cards with an icon; a chosen one is filled and bears a check mark. */
final class ChoiceCards {
    private final Sight sight;
    private final Frame frame;
    private final StepFrame step;
    private final Set<Integer> chosen;

    static void draw(Sight sight, StepFrame step, Question.Answers answers, Set<Integer> chosen) {
        new ChoiceCards(sight, step, chosen).draw(answers.choices());
    }

    private ChoiceCards(Sight sight, StepFrame step, Set<Integer> chosen) {
        this.sight = sight;
        this.frame = sight.frame();
        this.step = step;
        this.chosen = chosen;
    }

    /** Cards in rows and columns, with their distance. */
    private record Grid(int columns, int rows, double gap, double width, double height) {
        static Grid of(Rectangle2D body, int cards, int columns, double gap) {
            int rows = (cards + columns - 1) / columns;
            return new Grid(
                    columns,
                    rows,
                    gap,
                    (body.getWidth() - (columns - 1) * gap) / columns,
                    (body.getHeight() - (rows - 1) * gap) / rows);
        }
    }

    /** As few columns as leave each card high enough for a finger: long words like wide cards. */
    private Grid grid(int cards) {
        double wide = frame.apart();
        double narrow = Actions.least(frame);
        Stream<Integer> columns = frame.portrait() ? Stream.of(1, 2) : Stream.of(cards <= 3 ? cards : 2, 3);
        List<Grid> grids = columns.flatMap(
                        it -> Stream.of(Grid.of(step.body(), cards, it, wide), Grid.of(step.body(), cards, it, narrow)))
                .toList();
        return grids.stream()
                .filter(it -> it.height() >= frame.target())
                .findFirst()
                .orElse(grids.getLast());
    }

    private void draw(List<Question.Choice> choices) {
        Grid grid = grid(choices.size());
        double height = Math.min(grid.height(), frame.mm(36));
        double top = step.body().getMinY()
                + (step.body().getHeight() - grid.rows() * height - (grid.rows() - 1) * grid.gap()) / 2;
        double side = Math.min(height * 0.5, frame.mm(12));
        double padding = frame.mm(3);
        boolean icons = choices.stream().anyMatch(it -> Icon.of(it.icon()).isPresent());
        double before = padding + (icons ? side + padding : 0);
        double after = padding + side * 0.6;
        List<Block> labels = Block.fit(
                choices.stream().map(it -> sight.in(it.text())).toList(),
                Type.SEMIBOLD,
                Math.max(frame.letters(), frame.font(0, 30)),
                grid.width() - before - after - padding,
                height - padding);
        for (int i = 0; i < choices.size(); i++) {
            double x = step.body().getMinX() + i % grid.columns() * (grid.width() + grid.gap());
            int row = i / grid.columns();
            double y = top + row * (height + grid.gap());
            Rectangle2D box = new Rectangle2D(x, y, grid.width(), height);
            card(i + 1, sight.at(box), Icon.of(choices.get(i).icon()), labels.get(i), new Insets(before, after, side));
        }
    }

    /** Room before and after the words of a card, and the side of its icon, pixels. */
    private record Insets(double before, double after, double side) {}

    private void card(int option, Rectangle2D box, Optional<Icon> icon, Block label, Insets insets) {
        boolean on = chosen.contains(option);
        Color color = on ? sight.theme().paper() : sight.theme().ink();
        Group group = new Group(Shapes.card(box, sight.theme(), on));
        boolean turned = sight.rightToLeft();
        double middle = box.getMinY() + box.getHeight() / 2;
        double iconX = insets.before() - insets.side() / 2 - frame.mm(3);
        double checkX = box.getWidth() - insets.after() / 2 - frame.mm(1);
        icon.ifPresent(it -> group.getChildren().add(it.at(x(box, iconX), middle, insets.side(), color)));
        double textX = turned ? box.getMaxX() - insets.before() : box.getMinX() + insets.before();
        group.getChildren().add(label.at(textX, middle - label.height() / 2, turned ? 1 : 0, color));
        if (on) {
            group.getChildren().add(Sign.CHECK.at(x(box, checkX), middle, insets.side() * 0.8, color));
        }
        group.setAccessibleRole(AccessibleRole.CHECK_BOX);
        group.setAccessibleText(label.text());
        step.board().add(group);
        step.board().spot(new Control.ChoiceOf(option), box);
    }

    private double x(Rectangle2D box, double fromStart) {
        return sight.rightToLeft() ? box.getMaxX() - fromStart : box.getMinX() + fromStart;
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.wire.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.paint.Color;

/** Two to six choices as cards with an icon; a chosen one is filled and bears a check mark. */
final class ChoiceCards {
    private static final double TALLEST_MM = 36;

    private final Sight sight;
    private final Frame frame;
    private final StepFrame step;
    private final List<Question.Choice> choices;
    private final Set<Integer> chosen;

    static void draw(Sight sight, StepFrame step, List<Question.Choice> choices, Set<Integer> chosen) {
        new ChoiceCards(sight, step, choices, chosen).draw();
    }

    private ChoiceCards(Sight sight, StepFrame step, List<Question.Choice> choices, Set<Integer> chosen) {
        this.sight = sight;
        this.frame = sight.frame();
        this.step = step;
        this.choices = choices;
        this.chosen = chosen;
    }

    /** Height that so many cards need at least, pixels. */
    static double need(Frame frame, int cards) {
        int columns = columns(frame, cards).getLast();
        int rows = Math.ceilDiv(cards, columns);
        return rows * frame.target() + (rows - 1) * Actions.apart(frame);
    }

    /** Few columns come first: long words like wide cards. */
    private static List<Integer> columns(Frame frame, int cards) {
        return frame.portrait() ? List.of(1, 2) : cards <= 3 ? List.of(cards) : List.of(2, 3);
    }

    /** Cards in rows and columns, with their distance. */
    private record Grid(int columns, double gap, double width, double height, double top) {
        static Grid of(Frame frame, Rectangle2D body, int cards, int columns, double gap) {
            int rows = Math.ceilDiv(cards, columns);
            double width = (body.getWidth() - (columns - 1) * gap) / columns;
            double room = (body.getHeight() - (rows - 1) * gap) / rows;
            double height = Math.min(room, frame.mm(TALLEST_MM));
            double used = rows * height + (rows - 1) * gap;
            return new Grid(columns, gap, width, height, body.getMinY() + (body.getHeight() - used) / 2);
        }

        Rectangle2D cell(double left, int index) {
            int row = index / columns;
            return new Rectangle2D(left + index % columns * (width + gap), top + row * (height + gap), width, height);
        }
    }

    /** Where a card's icon stands. */
    private enum Way {
        BESIDE,
        ABOVE,
        /** Letters come before pictures: there is no room for both. */
        NOWHERE
    }

    /**
     * @param side of the icon's square, pixels
     * @param labels with soft hyphens where they had to break, all in one size
     */
    private record Plan(Grid grid, Way way, double side, List<Block> labels) {
        double size() {
            return labels.getFirst().size();
        }
    }

    private void draw() {
        Plan plan = plan();
        for (int i = 0; i < choices.size(); i++) {
            card(i, plan, sight.at(plan.grid().cell(step.body().getMinX(), i)));
        }
    }

    /** The plan with the largest letters; of equals the one with the fewest columns. */
    private Plan plan() {
        boolean icons = choices.stream().anyMatch(it -> Icon.of(it.icon()).isPresent());
        double enough = frame.large() ? frame.letters() : frame.px(18, 26);
        List<Plan> plans = new ArrayList<>();
        for (Grid grid : grids()) {
            if (icons) {
                boolean tall = grid.height() > grid.width() * 0.55;
                plans.add(plan(grid, tall ? Way.ABOVE : Way.BESIDE));
                plans.add(plan(grid, tall ? Way.BESIDE : Way.ABOVE));
            }
        }
        if (plans.stream().noneMatch(it -> it.size() >= enough)) {
            grids().forEach(grid -> plans.add(plan(grid, Way.NOWHERE)));
        }
        return plans.stream()
                .reduce((one, next) -> next.size() > one.size() ? next : one)
                .orElseThrow();
    }

    /** Those that leave each card large enough for a finger, 8 mm apart if there is one, else closer. */
    private List<Grid> grids() {
        List<Integer> columns = columns(frame, choices.size());
        // On a low panel large letters need the room between.
        double wanted = frame.large() ? Actions.apart(frame) : frame.apart();
        return Stream.of(wanted, Actions.least(frame))
                .map(gap -> columns.stream()
                        .map(it -> Grid.of(frame, step.body(), choices.size(), it, gap))
                        .filter(it -> Math.min(it.height(), it.width()) >= frame.target() - 0.5)
                        .toList())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseGet(() ->
                        List.of(Grid.of(frame, step.body(), choices.size(), columns.getLast(), Actions.least(frame))));
    }

    private Plan plan(Grid grid, Way way) {
        double padding = padding();
        double side = switch (way) {
            case BESIDE -> Math.min(grid.height() * 0.5, frame.mm(12));
            case ABOVE -> Math.min(grid.height() * 0.3, frame.mm(13));
            case NOWHERE -> 0;
        };
        double width = switch (way) {
            case BESIDE -> grid.width() - before(side) - check(grid, way) - 2 * padding;
            case ABOVE -> grid.width() - 2 * padding;
            case NOWHERE -> grid.width() - (tight() ? 2 : 3) * padding - check(grid, way);
        };
        // A line has room above and below its letters: on a low panel large ones need no more.
        double inside = tight() ? 0 : 2 * padding;
        double height = grid.height() - inside - (way == Way.ABOVE ? side : 0);
        List<String> words = choices.stream().map(it -> sight.in(it.text())).toList();
        double wanted = Math.max(frame.letters(), frame.font(0, 30));
        return new Plan(grid, way, side, Block.fit(words, Type.SEMIBOLD, wanted, width, height));
    }

    private boolean tight() {
        return frame.large() && StepFrame.low(frame);
    }

    private double padding() {
        return frame.mm(2);
    }

    /** Where the words begin beside an icon. */
    private double before(double side) {
        return side > 0 ? side + 2.5 * padding() : (tight() ? 1 : 1.5) * padding();
    }

    /** Side of the check mark's square. */
    private double check(Grid grid, Way way) {
        return Math.min(grid.height() * 0.36, frame.mm(way == Way.NOWHERE ? 5.5 : 8));
    }

    private void card(int index, Plan plan, Rectangle2D box) {
        boolean on = chosen.contains(index + 1);
        Color color = on ? sight.theme().paper() : sight.theme().ink();
        Group group = new Group(Shapes.card(box, sight.theme(), on));
        if (plan.way() == Way.ABOVE) {
            above(group, index, plan, box, color);
        } else {
            beside(group, index, plan, box, color);
        }
        if (on) {
            double side = check(plan.grid(), plan.way());
            double y = plan.way() == Way.ABOVE ? box.getMinY() + padding() + plan.side() / 2 : middle(box);
            group.getChildren().add(Sign.CHECK.at(x(box, box.getWidth() - padding() - side / 2), y, side, color));
        }
        group.setAccessibleRole(AccessibleRole.CHECK_BOX);
        group.setAccessibleText(plan.labels().get(index).text());
        step.board().add(group);
        step.board().spot(new Control.ChoiceOf(index + 1), box);
    }

    private void above(Group group, int index, Plan plan, Rectangle2D box, Color color) {
        Block label = plan.labels().get(index);
        double x = box.getMinX() + box.getWidth() / 2;
        double top = box.getMinY() + padding();
        Icon.of(choices.get(index).icon())
                .ifPresent(it -> group.getChildren().add(it.at(x, top + plan.side() / 2, plan.side(), color)));
        double room = box.getMaxY() - padding() - top - plan.side();
        group.getChildren().add(label.at(x, top + plan.side() + (room - label.height()) / 2, 0.5, color));
    }

    private void beside(Group group, int index, Plan plan, Rectangle2D box, Color color) {
        Block label = plan.labels().get(index);
        double side = plan.side();
        if (side > 0) {
            double iconX = x(box, 1.25 * padding() + side / 2);
            Icon.of(choices.get(index).icon())
                    .ifPresent(it -> group.getChildren().add(it.at(iconX, middle(box), side, color)));
        }
        double textX = x(box, before(side));
        group.getChildren().add(label.at(textX, middle(box) - label.height() / 2, sight.rightToLeft() ? 1 : 0, color));
    }

    private static double middle(Rectangle2D box) {
        return box.getMinY() + box.getHeight() / 2;
    }

    private double x(Rectangle2D box, double fromStart) {
        return sight.rightToLeft() ? box.getMaxX() - fromStart : box.getMinX() + fromStart;
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.StaffFigures;
import hymio.kiosk.visit.VisitState.StaffMenu;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** What staff see at the terminal: today's answers, and whether all is well. */
final class StaffMenuView {
    private final Sight sight;
    private final Frame frame;
    private final StaffFigures figures;

    static View of(Sight sight) {
        if (!(sight.state().phase() instanceof StaffMenu menu)) {
            throw new IllegalStateException("not the staff menu");
        }
        return new StaffMenuView(sight, menu.figures()).draw();
    }

    private StaffMenuView(Sight sight, StaffFigures figures) {
        this.sight = sight;
        this.figures = figures;
        frame = sight.frame();
    }

    private View draw() {
        long total = figures.today().stream().mapToLong(Long::longValue).sum();
        StepFrame step = StepFrame.of(
                sight,
                MessageFormat.format(sight.texts().of("staff.today"), total),
                List.of(Act.STAFF_STOP, Act.STAFF_RESTART, Act.STAFF_BUTTONS, Act.CLOSE));
        Rectangle2D body = step.body();
        double gap = frame.px(16, 40);
        if (frame.portrait()) {
            double half = body.getHeight() * 0.45;
            bars(step.board(), new Rectangle2D(body.getMinX(), body.getMinY(), body.getWidth(), half));
            facts(
                    step.board(),
                    new Rectangle2D(
                            body.getMinX(),
                            body.getMinY() + half + gap,
                            body.getWidth(),
                            body.getHeight() - half - gap));
        } else {
            double half = (body.getWidth() - gap) / 2;
            bars(step.board(), new Rectangle2D(body.getMinX(), body.getMinY(), half, body.getHeight()));
            facts(step.board(), new Rectangle2D(body.getMinX() + half + gap, body.getMinY(), half, body.getHeight()));
        }
        return step.board();
    }

    /** A bar for each face, as long as its share of the largest, with its number. */
    private void bars(Board board, Rectangle2D area) {
        List<Mood> moods = Mood.of(figures.today().size());
        double row = Math.min(area.getHeight() / Math.max(1, moods.size()), frame.mm(18));
        double radius = row * 0.36;
        double size = Math.min(frame.font(20, 28), row * 0.6);
        long most = Math.max(
                1, figures.today().stream().mapToLong(Long::longValue).max().orElse(1));
        double numbers = size * 4.2;
        double room = area.getWidth() - 2 * radius - frame.px(16) - numbers;
        for (int i = 0; i < moods.size(); i++) {
            double middle = area.getMinY() + (i + 0.5) * row;
            board.add(face(moods.get(i), sight.x(area.getMinX() + radius), middle, radius));
            double left = area.getMinX() + 2 * radius + frame.px(16);
            double width = Math.max(2, room * figures.today().get(i) / most);
            Rectangle2D box = sight.at(new Rectangle2D(left, middle - row * 0.22, width, row * 0.44));
            Rectangle bar = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
            bar.setFill(moods.get(i).color(sight.theme()));
            board.add(bar);
            Block number = Block.fit(
                    String.valueOf(figures.today().get(i)), Type.SEMIBOLD, size, numbers - size / 2, size * Type.LINE);
            board.text(
                    new Placed(number, left + width + size / 2, middle - number.height() / 2, 0),
                    sight.theme().ink());
        }
    }

    private Node face(Mood mood, double x, double y, double radius) {
        Group disc = new Group(new Circle(Mood.RADIUS, mood.color(sight.theme())));
        disc.getChildren().addAll(mood.draw(sight.theme().features()));
        disc.getTransforms().addAll(new Translate(x, y), new Scale(radius / Mood.RADIUS, radius / Mood.RADIUS));
        return disc;
    }

    private void facts(Board board, Rectangle2D area) {
        List<String> lines = lines();
        double wanted = frame.font(18, 24);
        double most = area.getHeight() / lines.size();
        double y = area.getMinY();
        List<Block> blocks = new ArrayList<>();
        for (double size = wanted; blocks.isEmpty() || (height(blocks) > area.getHeight() && size > 8); size -= 1) {
            blocks.clear();
            for (String line : lines) {
                blocks.add(Block.fit(line, Type.REGULAR, size, area.getWidth(), Math.max(most, 3 * size * Type.LINE)));
            }
        }
        for (Block block : blocks) {
            board.text(new Placed(block, area.getMinX(), y, 0), sight.theme().ink());
            y += block.height() + block.size() * 0.35;
        }
    }

    private static double height(List<Block> blocks) {
        return blocks.stream()
                .mapToDouble(block -> block.height() + block.size() * 0.35)
                .sum();
    }

    private List<String> lines() {
        ScreenTexts texts = sight.texts();
        List<String> lines = new ArrayList<>();
        String last = figures.sync().lastWell();
        lines.add(
                last.isEmpty()
                        ? texts.of("staff.sync.never")
                        : MessageFormat.format(
                                texts.of(figures.sync().well() ? "staff.sync.well" : "staff.sync.failing"), last));
        lines.add(MessageFormat.format(texts.of("staff.pending"), figures.pending()));
        if (figures.aside() > 0) {
            lines.add(MessageFormat.format(texts.of("staff.aside"), figures.aside()));
        }
        lines.add(
                figures.addresses().isEmpty()
                        ? texts.of("staff.no-network")
                        : MessageFormat.format(texts.of("staff.network"), String.join(", ", figures.addresses())));
        String config = figures.config().isEmpty() ? "–" : figures.config();
        lines.add(MessageFormat.format(texts.of("staff.version"), figures.version(), config));
        figures.problems().forEach(word -> lines.add(texts.problem(word)));
        if (figures.problems().isEmpty()) {
            lines.add(texts.of("staff.well"));
        }
        return lines;
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.StaffFigures;
import hymio.kiosk.visit.VisitState.StaffMenu;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Rectangle;

/** What staff see at the terminal: today's answers, and whether all is well. */
final class StaffMenuView {
    /** Share of the width that is the bars'. */
    private static final double BARS = 0.46;
    /** Smallest letters of the facts, of the size wanted, and the room between them, in sizes. */
    private static final double SMALLEST = 0.7;

    private static final double BETWEEN = 0.4;

    private final Sight sight;
    private final Frame frame;
    private final StaffFigures figures;

    static View of(Sight sight) {
        if (!(sight.state().phase() instanceof StaffMenu menu)) {
            throw new IllegalStateException("not the staff menu");
        }
        return menu.ending()
                .map(act -> EndingView.of(sight, act))
                .orElseGet(() -> new StaffMenuView(sight, menu.figures()).draw());
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
                sight.texts().of("staff.today", total),
                List.of(Act.STAFF_STOP, Act.STAFF_RESTART, Act.STAFF_BUTTONS, Act.STAFF_CARRY, Act.CLOSE),
                frame.mm(36));
        Rectangle2D body = step.body();
        double gap = frame.px(20, 48);
        double row = Math.min(frame.mm(18), body.getHeight() * (frame.portrait() ? 0.4 : 1) / rows());
        double across = frame.portrait() ? body.getWidth() : (body.getWidth() - gap) * BARS;
        bars(step.board(), new Rectangle2D(body.getMinX(), body.getMinY(), across, row * rows()));
        double left = frame.portrait() ? body.getMinX() : body.getMinX() + across + gap;
        double top = body.getMinY() + (frame.portrait() ? row * rows() + gap : 0);
        facts(step.board(), new Rectangle2D(left, top, body.getMaxX() - left, body.getMaxY() - top));
        return step.board();
    }

    private int rows() {
        return Math.max(1, figures.today().size());
    }

    /** A bar for each face, as long as its share of the largest, with its number. */
    private void bars(Board board, Rectangle2D area) {
        if (figures.today().isEmpty()) {
            return;
        }
        List<Mood> moods = Mood.of(figures.today().size());
        double row = area.getHeight() / moods.size();
        double radius = row * 0.38;
        double size = Math.min(frame.font(22, 30), row * 0.7);
        long most = Math.max(1, Collections.max(figures.today()));
        double numbers = figures.today().stream()
                .mapToDouble(it -> Type.SEMIBOLD.width(sight.texts().number(it), size))
                .max()
                .orElse(0);
        double left = area.getMinX() + 2 * radius + frame.px(16);
        double room = area.getMaxX() - left - numbers - size;
        for (int i = 0; i < moods.size(); i++) {
            double middle = area.getMinY() + (i + 0.5) * row;
            board.add(moods.get(i).at(sight.x(area.getMinX() + radius), middle, radius, sight.theme()));
            double width = Math.max(2, room * figures.today().get(i) / most);
            Rectangle2D box = sight.at(new Rectangle2D(left, middle - row * 0.22, width, row * 0.44));
            Rectangle bar = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
            bar.setFill(moods.get(i).color(sight.theme()));
            board.add(bar);
            String text = sight.texts().number(figures.today().get(i));
            Block number = Block.fit(text, Type.SEMIBOLD, size, numbers + 1, size * Type.LINE);
            board.text(
                    new Placed(number, left + width + size / 2, middle - number.height() / 2, 0),
                    sight.theme().ink());
        }
    }

    /** One thing to know, and how it is set. */
    private record Fact(String text, Type type) {}

    /** What is wrong comes first; when not all of it fits, the last of it is counted only. */
    private void facts(Board board, Rectangle2D area) {
        double wanted = frame.font(24, 30);
        List<Block> blocks = List.of();
        for (int shown = figures.problems().size(); blocks.isEmpty() && shown >= 0; shown--) {
            List<Fact> facts = facts(shown);
            blocks = DoubleStream.of(wanted, wanted * 0.85, wanted * SMALLEST)
                    .mapToObj(size -> blocks(facts, size, area.getWidth()))
                    .filter(it -> height(it) <= area.getHeight() || facts.size() == 1)
                    .findFirst()
                    .orElse(List.of());
        }
        double y = area.getMinY();
        for (Block block : blocks) {
            board.text(new Placed(block, area.getMinX(), y, 0), sight.theme().ink());
            y += block.height() + block.size() * BETWEEN;
        }
    }

    private static List<Block> blocks(List<Fact> facts, double size, double width) {
        return facts.stream()
                .map(it -> Block.fit(it.text(), it.type(), size, width, 4 * size * Type.LINE))
                .toList();
    }

    private static double height(List<Block> blocks) {
        return blocks.stream()
                .mapToDouble(block -> block.height() + block.size() * BETWEEN)
                .sum();
    }

    /** @param shown how many problems are named */
    private List<Fact> facts(int shown) {
        ScreenTexts texts = sight.texts();
        List<Fact> facts = new ArrayList<>();
        int problems = figures.problems().size();
        figures.problems().subList(0, shown).forEach(it -> facts.add(new Fact(texts.problem(it), Type.SEMIBOLD)));
        if (shown < problems) {
            facts.add(new Fact(texts.of("staff.more", problems - shown), Type.SEMIBOLD));
        }
        if (problems == 0) {
            facts.add(new Fact(texts.of("staff.well"), Type.SEMIBOLD));
        }
        facts.add(plain(sync()));
        facts.add(plain(texts.of("staff.pending", figures.pending())));
        if (figures.aside() > 0) {
            facts.add(plain(texts.of("staff.aside", figures.aside())));
        }
        String addresses = String.join(", ", figures.addresses());
        facts.add(plain(addresses.isEmpty() ? texts.of("staff.no-network") : texts.of("staff.network", addresses)));
        String config = figures.config().isEmpty() ? "–" : figures.config();
        facts.add(plain(texts.of("staff.version", figures.version(), config)));
        return facts;
    }

    private static Fact plain(String text) {
        return new Fact(text, Type.REGULAR);
    }

    private String sync() {
        String last = figures.sync().lastWell();
        if (last.isEmpty()) {
            return sight.texts().of("staff.sync.never");
        }
        return sight.texts().of(figures.sync().well() ? "staff.sync.well" : "staff.sync.failing", last);
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState.Explaining;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/** What a held button means: the face and its word, huge. Nothing is chosen, and nothing here is touched. */
final class ExplainingView {
    /** A line of text and the room above it. */
    private record Line(Block block, double above, Color color) {}

    static View of(Sight sight, Control about) {
        Board board = new Board(sight);
        Frame frame = sight.frame();
        double edge = frame.mm(4);
        Rectangle2D box = new Rectangle2D(edge, edge, frame.width() - 2 * edge, frame.height() - 2 * edge);
        board.add(Sheet.ground(sight, box));
        Optional<Mood> mood = mood(sight, about);
        List<Line> lines = lines(sight, about, box);
        double words = lines.stream()
                .mapToDouble(line -> line.above() + line.block().height())
                .sum();
        double most = Math.min(frame.width() * 0.3, (box.getHeight() - words) / 2 - frame.mm(5));
        double radius = mood.isPresent() ? Math.min(most, frame.px(220)) : 0;
        double top = box.getMinY() + (box.getHeight() - words - 2 * radius) / 2;
        double middle = frame.width() / 2;
        mood.ifPresent(it -> {
            Placed word = new Placed(lines.getFirst().block(), middle, top, 0.5);
            FaceSpot spot = new FaceSpot(middle, top + radius, radius, word, Rectangle2D.EMPTY);
            board.add(new Face(spot, it, sight.theme(), () -> {}));
        });
        double y = top + 2 * radius;
        for (Line line : lines) {
            y += line.above();
            board.text(new Placed(line.block(), middle, y, 0.5), line.color());
            y += line.block().height();
        }
        return board;
    }

    private static List<Line> lines(Sight sight, Control about, Rectangle2D box) {
        Frame frame = sight.frame();
        Theme theme = sight.theme();
        double width = box.getWidth() * 0.9;
        double huge = Math.max(frame.letters(), frame.font(0, 88));
        double plain = Math.max(frame.letters(), frame.font(0, 36));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Block.fit(Labels.of(sight.state(), about), Type.BOLD, huge, width, box.getHeight() * 0.26),
                frame.px(16),
                theme.ink()));
        lines.add(new Line(
                Block.fit(sight.texts().of("explain.short"), Type.SEMIBOLD, plain, width, box.getHeight() * 0.18),
                frame.px(20),
                theme.ink()));
        if (sight.state().over().orElse(null) instanceof Explaining explaining && explaining.help()) {
            lines.add(new Line(
                    Block.fit(sight.texts().of("explain.again"), Type.REGULAR, plain, width, box.getHeight() * 0.18),
                    frame.px(12),
                    theme.muted()));
        }
        return lines;
    }

    private static Optional<Mood> mood(Sight sight, Control about) {
        int faces = sight.state().questionnaire().questions().getFirst().faces().size();
        return about instanceof Control.FaceOf face && face.option() <= faces
                ? Optional.of(Mood.of(faces).get(face.option() - 1))
                : Optional.empty();
    }

    private ExplainingView() {}
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.TakenBack;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/**
 * Thanks, an apology, or a word to those who drum. It does not show which face was pressed: the next in the queue may
 * be looking.
 */
final class ThanksView {
    private static final Duration BOUNCE = Duration.millis(420);
    private static final int BOUNCES = 6;

    private final Sight sight;
    private final Frame frame;
    private final Board board;

    static View of(Sight sight) {
        return new ThanksView(sight).draw();
    }

    private ThanksView(Sight sight) {
        this.sight = sight;
        frame = sight.frame();
        board = new Board(sight);
    }

    private View draw() {
        board.header();
        ScreenTexts texts = sight.texts();
        Phase phase = sight.state().phase();
        switch (phase) {
            case Sorry unused -> message(Sign.ALERT, texts.sorry(), texts.sorryDetail());
            case TakenBack unused -> message(Sign.UNDO, texts.of("taken-back"), texts.of("taken-back.detail"));
            case Playing unused -> message(Sign.CHECK, texts.of("playing"), texts.of("playing.detail"));
            default -> message(Sign.CHECK, texts.thanks(), texts.thanksDetail());
        }
        return board;
    }

    /** A sign, what is said, and below it the way to take the vote back while there is one. */
    private void message(Sign sign, String headline, String detail) {
        Optional<UndoKnob> undo = sight.state().undo().map(it -> UndoKnob.of(sight, it));
        double below = undo.map(UndoKnob::height).orElse(0.0);
        double gap = frame.px(14, 32);
        double width = frame.contentWidth() * 0.9;
        double top = Header.of(sight).bottom() + frame.px(8);
        double room = frame.bottom() - top - below - (below > 0 ? gap : 0);
        Block large = Block.fit(headline, Type.BOLD, Math.max(frame.letters(), frame.font(0, 60)), width, room * 0.4);
        Block small = Block.fit(detail, Type.REGULAR, frame.font(24, 36), width, room * 0.32);
        double words = large.height() + gap / 4 + small.height();
        double above = frame.px(10, 28);
        double side = Math.clamp(room - words - above, frame.px(40), frame.px(144));
        double middle = frame.width() / 2;
        double y = top + Math.max(0, (room - side - above - words) / 2);
        board.add(sign(sign, middle, y + side / 2, side));
        y += side + above;
        board.text(new Placed(large, middle, y, 0.5), sight.theme().ink());
        y += large.height() + gap / 4;
        board.text(new Placed(small, middle, y, 0.5), sight.theme().muted());
        double knobTop = y + small.height() + gap;
        undo.ifPresent(it -> it.draw(board, knobTop));
    }

    /** Those who play are played with: the faces hop, the same however they were pressed. */
    private Node sign(Sign sign, double x, double y, double side) {
        if (!(sight.state().phase() instanceof Playing)) {
            double line = Math.max(2, side * 0.045);
            Circle ring = new Circle(x, y, (side - line) / 2, Color.TRANSPARENT);
            ring.setStroke(sight.theme().ink());
            ring.setStrokeWidth(line);
            return new Group(ring, sign.at(x, y, side * 0.56, sight.theme().ink()));
        }
        Group faces = new Group();
        List<Mood> moods = Mood.of(
                sight.state().questionnaire().questions().getFirst().faces().size());
        double pitch = side * 1.1;
        for (int i = 0; i < moods.size(); i++) {
            double middle = x + (i - (moods.size() - 1) / 2.0) * pitch;
            Node face = moods.get(i).at(middle, y, side / 2, sight.theme());
            faces.getChildren().add(face);
            if (!sight.calm()) {
                hop(face, side * 0.16, i);
            }
        }
        return faces;
    }

    private static void hop(Node face, double height, int order) {
        TranslateTransition hop = new TranslateTransition(BOUNCE, face);
        hop.setByY(-height);
        hop.setAutoReverse(true);
        hop.setCycleCount(BOUNCES);
        hop.setDelay(BOUNCE.multiply(order / 4.0));
        hop.setInterpolator(Interpolator.EASE_BOTH);
        face.sceneProperty().addListener((unused, before, now) -> {
            if (now == null && hop.getStatus() == Animation.Status.RUNNING) {
                hop.stop();
            }
        });
        hop.play();
    }
}

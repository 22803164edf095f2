package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.wire.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Rectangle2D;

/** A follow-up that is answered by touching: faces, one or several choices, or a number from 0 to 10. */
final class ChoosingView {
    static View of(Sight sight) {
        Set<Integer> chosen = sight.state().phase() instanceof Choosing choosing ? choosing.chosen() : Set.of();
        Question question = sight.state().question();
        List<Act> onwards = List.of(chosen.isEmpty() ? Act.SKIP : Act.DONE);
        StepFrame step = StepFrame.of(sight, sight.in(question.text()), onwards, need(sight.frame(), question));
        switch (question.kind()) {
            case FACES -> faces(sight, step, question, chosen);
            case CHOICE, CHOICES ->
                ChoiceCards.draw(sight, step, question.answers().orElseThrow().choices(), chosen);
            case SCALE -> ScaleCells.draw(sight, step, question.answers().orElseThrow(), chosen);
            case COMMENT -> throw new IllegalStateException("a comment is written, not chosen");
        }
        return step.board();
    }

    /** Height that the answers need at least, pixels. */
    private static double need(Frame frame, Question question) {
        return switch (question.kind()) {
            case FACES -> faces(frame, question.faces().size());
            case CHOICE, CHOICES ->
                ChoiceCards.need(
                        frame, question.answers().orElseThrow().choices().size());
            case SCALE -> ScaleCells.need(frame);
            case COMMENT -> 0;
        };
    }

    /** Faces side by side with their words below them, or in a column. */
    private static double faces(Frame frame, int faces) {
        return frame.portrait()
                ? faces * frame.target() + (faces - 1) * frame.apart()
                : frame.target() + 2 * frame.letters() * Type.LINE;
    }

    private static void faces(Sight sight, StepFrame step, Question question, Set<Integer> chosen) {
        List<String> words = question.faces().stream().map(sight::in).toList();
        Rectangle2D body = step.body();
        List<FaceSpot> spots = new ArrayList<>(
                sight.frame().portrait()
                        ? FaceSpot.column(sight, words, body)
                        : FaceSpot.row(sight.frame(), words, body));
        List<Mood> moods = Mood.of(spots.size());
        for (int i = 0; i < spots.size(); i++) {
            Face face = new Face(spots.get(i), moods.get(i), sight.theme(), () -> {});
            if (chosen.contains(i + 1)) {
                face.sink(true);
            }
            step.board().add(face);
            step.board().add(spots.get(i).word().in(sight.theme().ink()));
            step.board().spot(new Control.FaceOf(i + 1), spots.get(i).target());
        }
    }

    private ChoosingView() {}
}

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
        StepFrame step =
                StepFrame.of(sight, sight.in(question.text()), List.of(chosen.isEmpty() ? Act.SKIP : Act.DONE));
        switch (question.kind()) {
            case FACES -> faces(sight, step, question, chosen);
            case CHOICE, CHOICES ->
                ChoiceCards.draw(sight, step, question.answers().orElseThrow(), chosen);
            case SCALE -> ScaleCells.draw(sight, step, question.answers().orElseThrow(), chosen);
            case COMMENT -> throw new IllegalStateException("a comment is written, not chosen");
        }
        return step.board();
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

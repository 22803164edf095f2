package hymio.kiosk.visit;

import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The questions after the first. Pure. */
final class FollowUps {
    /** The step after the question at this index: the next follow-up for the face chosen, or the thanks. */
    static Phase after(Visit visit, int index, long now) {
        List<Question> questions = visit.shown().questionnaire().questions();
        for (int i = index + 1; i < questions.size(); i++) {
            if (asked(visit, questions.get(i))) {
                boolean comment = questions.get(i).kind() == Question.Kind.COMMENT;
                return comment ? new Writing(i, Draft.EMPTY) : new Choosing(i, Set.of());
            }
        }
        return new Thanking(now);
    }

    /** Discreet is the same screen for every face: a question for some of them would tell which it was. */
    private static boolean asked(Visit visit, Question question) {
        if (visit.terminal().behaviour().discreet()) {
            int faces =
                    visit.shown().questionnaire().questions().getFirst().faces().size();
            return IntStream.rangeClosed(1, faces).allMatch(question::follows);
        }
        return visit.ledger().given().stream()
                .findFirst()
                .filter(vote -> question.follows(vote.entry().option()))
                .isPresent();
    }

    private FollowUps() {}
}

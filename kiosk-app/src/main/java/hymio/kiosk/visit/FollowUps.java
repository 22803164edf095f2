package hymio.kiosk.visit;

import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Limits;
import hymio.wire.Question;
import java.text.BreakIterator;
import java.util.List;
import java.util.Set;

/** The questions after the first, and what is written on the keyboard. Pure. */
final class FollowUps {
    /** The step after the question at this index: the next follow-up for the face chosen, or the thanks. */
    static Phase after(Visit visit, int index, long now) {
        List<Question> questions = visit.shown().questionnaire().questions();
        int face = visit.ledger().given().isEmpty()
                ? 0
                : visit.ledger().given().getFirst().entry().option();
        for (int i = index + 1; i < questions.size(); i++) {
            if (questions.get(i).follows(face)) {
                boolean comment = questions.get(i).kind() == Question.Kind.COMMENT;
                return comment ? new Writing(i, Draft.EMPTY) : new Choosing(i, Set.of());
            }
        }
        return new Thanking(now);
    }

    /** A real keyboard typed this; a backspace is {@code \b}. */
    static Step typed(Visit visit, String text) {
        if (!(visit.shown().phase() instanceof Writing writing)
                || visit.shown().over().isPresent()) {
            return Step.stay(visit);
        }
        Draft draft = text.equals("\b") ? erased(writing.draft()) : added(writing.draft(), text);
        return Step.show(visit, visit.shown().phase(new Writing(writing.question(), draft)));
    }

    /** The draft with more text, as far as there is room; control characters are left out. */
    static Draft added(Draft draft, String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "");
        String longer = draft.text() + clean;
        if (clean.isEmpty() || longer.length() > Limits.COMMENT) {
            return draft;
        }
        boolean sentenceEnds = longer.matches("(?s).*[.!?] +");
        return new Draft(longer, sentenceEnds, draft.signs() && !clean.equals(" "));
    }

    /** The draft without its last letter, whatever it is made of. */
    static Draft erased(Draft draft) {
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(draft.text());
        int end = letters.last();
        int start = letters.previous();
        String shorter = start == BreakIterator.DONE ? "" : draft.text().substring(0, Math.min(start, end));
        return new Draft(shorter, shorter.isEmpty(), draft.signs());
    }

    private FollowUps() {}
}

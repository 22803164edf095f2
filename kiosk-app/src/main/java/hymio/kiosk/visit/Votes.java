package hymio.kiosk.visit;

import hymio.kiosk.visit.Ledger.Given;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Undo;
import hymio.wire.MisuseRule;
import hymio.wire.PressTime;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Votes, what is stored of them and how they are taken back. Pure.
 *
 * @param language shown to each new visitor
 * @param screen whether follow-up questions and undo can be shown
 */
record Votes(String language, boolean screen) {
    /** Nothing on the screen is anybody's: the first question in the terminal's language, or in Finnish. */
    VisitState atRest(Questionnaire questionnaire) {
        List<String> all = questionnaire.languages();
        return new VisitState(questionnaire, all.contains(language) ? language : all.getFirst(), new Asking());
    }

    /** A face of the first question was chosen. A burst belongs to the visit of its first press. */
    Step vote(Visit before, int option, PressTime time) {
        MisuseRule misuse = before.terminal().misuse().press(time.uptimeMillis());
        Visit visit = before.terminal(before.terminal().misuse(misuse));
        return misuse.counts()
                ? pressed(newcomer(visit), option, time, Response.Extra.NONE)
                : pressed(visit, option, time, Response.Extra.misused(MisuseRule.VERSION));
    }

    private static Step pressed(Visit visit, int option, PressTime time, Response.Extra extra) {
        boolean discreet = visit.terminal().behaviour().discreet();
        Saving saving = new Saving(visit.terminal().visible(option));
        Step step = Step.show(visit, visit.shown().over(Optional.empty()).phase(saving))
                .and(new VisitEffect.Acknowledge(option, visit.volumePercent(), discreet));
        Question first = visit.shown().questionnaire().questions().getFirst();
        Entry entry = entry(visit, first, option, time, extra);
        return extra.misuse() == 0 ? step.begin(entry) : step.store(List.of(entry));
    }

    /** Who presses while another is still thanked starts in the terminal's own language; who tries again does not. */
    private Visit newcomer(Visit visit) {
        VisitState shown = visit.shown();
        boolean another = shown.phase() instanceof Thanking
                || shown.phase() instanceof Playing
                || shown.phase() instanceof Answering;
        VisitState next = another
                ? atRest(shown.questionnaire())
                : shown.undo(Optional.empty()).voted(OptionalInt.empty());
        return visit.show(next).ledger(visit.ledger().newcomer());
    }

    static Entry entry(Visit visit, Question question, int option, PressTime time, Response.Extra extra) {
        PressTime rounded = RoundTime.down(time, visit.terminal().behaviour().roundMinutes());
        return new Entry(0, question.key(), option, rounded, extra);
    }

    /** Takes back all that this visitor gave, the newest first. */
    Step undo(Visit visit, PressTime time) {
        boolean late = visit.shown()
                .undo()
                .filter(it -> time.uptimeMillis() < it.untilMillis())
                .isEmpty();
        if (late || visit.ledger().given().isEmpty()) {
            return Step.stay(visit);
        }
        VisitState saving =
                visit.shown().over(Optional.empty()).undo(Optional.empty()).phase(new Saving(0));
        return Step.show(visit, saving)
                .store(visit.ledger().given().reversed().stream()
                        .map(given -> takeBack(visit, given, time))
                        .toList());
    }

    private static Entry takeBack(Visit visit, Given given, PressTime time) {
        PressTime rounded = RoundTime.down(time, visit.terminal().behaviour().roundMinutes());
        Entry entry = given.entry();
        return new Entry(0, entry.question(), entry.option(), rounded, Response.Extra.takingBack(given.number()));
    }

    Step stored(Visit before, VisitEvent.Stored stored) {
        if (!before.ledger().storing()) {
            return Step.stay(before);
        }
        Entry entry = before.ledger().waiting().getFirst().entry();
        Visit visit = before.ledger(before.ledger().stored(stored.number()));
        if (visit.ledger().storing()) {
            return Step.stay(visit).storeNext();
        }
        return visit.ledger().leaving() ? rest(visit) : next(visit, entry, stored.atMillis());
    }

    private Step next(Visit visit, Entry entry, long now) {
        if (entry.extra().takesBack() > 0) {
            return takenBack(visit, now);
        }
        if (entry.extra().misuse() > 0) {
            int length = visit.terminal().misuse().length();
            return Step.show(visit, visit.shown().phase(new Playing(length, now)))
                    .and(new VisitEffect.Play(VisitEffect.Cue.PLAY, visit.volumePercent()));
        }
        if (visit.shown().phase() instanceof Answering step) {
            return goOn(visit, step.question(), now);
        }
        boolean listens = visit.shown().comfort().voice();
        Undo undo = new Undo(now, now + (listens ? VisitMachine.UNDO_HEARD_MILLIS : VisitMachine.UNDO_MILLIS));
        VisitState shown = visit.shown().undo(screen ? Optional.of(undo) : Optional.empty());
        int face = visit.terminal().visible(entry.option());
        return goOn(visit.show(shown.voted(OptionalInt.of(face))), 0, now);
    }

    /** Who took a vote back may vote again at once, and that counts. */
    private static Step takenBack(Visit visit, long now) {
        Visit nothing = visit.ledger(Ledger.EMPTY).terminal(visit.terminal().misuse(MisuseRule.NEVER));
        return Step.show(nothing, visit.shown().phase(new TakenBack(now)))
                .and(new VisitEffect.Play(VisitEffect.Cue.UNDONE, visit.volumePercent()));
    }

    /** To the next follow-up question after this one, or to the thanks. */
    Step goOn(Visit visit, int after, long now) {
        Phase next = screen ? FollowUps.after(visit, after, now) : new Thanking(now);
        boolean first = after == 0 && next instanceof Answering;
        VisitState shown = visit.shown().over(Optional.empty()).phase(next);
        return Step.show(visit.touched(now), first ? shown : shown.voted(OptionalInt.empty()));
    }

    /** The visitor is told, and who tries again counts. */
    Step notStored(Visit before, long now) {
        if (!before.ledger().storing()) {
            return Step.stay(before);
        }
        Visit visit = before.ledger(before.ledger().failed());
        if (visit.ledger().storing()) {
            return Step.stay(visit).storeNext();
        }
        if (visit.ledger().leaving()) {
            return rest(visit);
        }
        boolean vote = before.ledger().waiting().getFirst().begins();
        Visit again = vote ? visit.terminal(visit.terminal().misuse(MisuseRule.NEVER)) : visit;
        VisitState shown = visit.shown().undo(Optional.empty()).over(Optional.empty());
        return Step.show(again, shown.phase(new Sorry(now)))
                .and(new VisitEffect.Play(VisitEffect.Cue.REFUSED, visit.volumePercent()));
    }

    /** Nobody is here any more: nothing of the visitor is left. */
    Step rest(Visit visit) {
        return Step.show(visit.ledger(Ledger.EMPTY), atRest(visit.shown().questionnaire()))
                .and(new VisitEffect.Hush());
    }
}

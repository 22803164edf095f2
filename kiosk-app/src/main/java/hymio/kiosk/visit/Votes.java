package hymio.kiosk.visit;

import hymio.kiosk.visit.Visit.Given;
import hymio.kiosk.visit.Visit.Ledger;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Undo;
import hymio.wire.MisuseRule;
import hymio.wire.PressTime;
import hymio.wire.Question;
import hymio.wire.Response;
import java.util.List;
import java.util.Optional;

/**
 * Votes, what is stored of them and how they are taken back. Pure.
 *
 * @param language shown to each new visitor
 * @param screen whether follow-up questions and undo can be shown
 */
record Votes(String language, boolean screen) {
    /** A face of the first question was chosen. A burst belongs to the visit of its first press. */
    Step vote(Visit before, int option, PressTime time) {
        MisuseRule misuse = before.terminal().misuse().press(time.uptimeMillis());
        Visit visit = before.terminal(before.terminal().misuse(misuse));
        visit = misuse.counts() ? visit.show(newcomer(visit.shown())).ledger(fresh(visit.ledger())) : visit;
        Question first = visit.shown().questionnaire().questions().getFirst();
        Response.Extra extra = misuse.counts() ? Response.Extra.NONE : Response.Extra.misused(MisuseRule.VERSION);
        Entry entry = entry(visit, first, option, time, extra);
        VisitState saving = visit.shown()
                .over(Optional.empty())
                .focus(VisitState.NO_FOCUS)
                .phase(new Saving(visit.terminal().visible(option)));
        boolean discreet = visit.terminal().behaviour().discreet();
        return Step.show(visit, saving)
                .and(new VisitEffect.Acknowledge(option, visit.volumePercent(), discreet))
                .store(List.of(entry));
    }

    /** Who presses while the one before is still thanked starts in the terminal's own language. */
    private VisitState newcomer(VisitState shown) {
        boolean same = shown.phase() instanceof Asking || shown.phase() instanceof Finger;
        return same ? shown.undo(Optional.empty()) : new VisitState(shown.questionnaire(), language, shown.phase());
    }

    /** What already waits for the disk still does. */
    private static Ledger fresh(Ledger old) {
        return Ledger.EMPTY.asked(old.waiting());
    }

    static Entry entry(Visit visit, Question question, int option, PressTime time, Response.Extra extra) {
        PressTime rounded = RoundTime.down(time, visit.terminal().behaviour().roundMinutes());
        return new Entry(visit.ledger().number(), question.key(), option, rounded, extra);
    }

    /** Takes back all that this visitor gave, the newest first. */
    Step undo(Visit visit, PressTime time) {
        List<Entry> back = visit.ledger().given().reversed().stream()
                .map(given -> takeBack(visit, given, time))
                .toList();
        VisitState saving = visit.shown()
                .over(Optional.empty())
                .undo(Optional.empty())
                .focus(VisitState.NO_FOCUS)
                .phase(new Saving(0));
        return back.isEmpty() ? Step.stay(visit) : Step.show(visit, saving).store(back);
    }

    private static Entry takeBack(Visit visit, Given given, PressTime time) {
        PressTime rounded = RoundTime.down(time, visit.terminal().behaviour().roundMinutes());
        Entry entry = given.entry();
        return new Entry(
                visit.ledger().number(),
                entry.question(),
                entry.option(),
                rounded,
                Response.Extra.takingBack(given.number()));
    }

    Step stored(Visit before, VisitEvent.Stored stored) {
        if (before.ledger().waiting().isEmpty()) {
            return Step.stay(before);
        }
        Entry entry = before.ledger().waiting().getFirst();
        Visit visit = before.ledger(before.ledger().stored(stored.number()));
        if (!visit.ledger().waiting().isEmpty()) {
            return Step.stay(visit);
        }
        if (visit.ledger().leaving()) {
            return rest(visit);
        }
        return next(visit, entry, stored.atMillis());
    }

    private Step next(Visit visit, Entry entry, long now) {
        if (entry.extra().takesBack() > 0) {
            return Step.show(visit.ledger(Ledger.EMPTY), visit.shown().phase(new TakenBack(now)))
                    .and(new VisitEffect.Play(VisitEffect.Cue.UNDONE, visit.volumePercent()));
        }
        if (entry.extra().misuse() > 0) {
            int length = visit.terminal().misuse().length();
            return Step.show(visit, visit.shown().phase(new Playing(length, now)))
                    .and(new VisitEffect.Play(VisitEffect.Cue.PLAY, visit.volumePercent()));
        }
        if (visit.shown().phase() instanceof Answering step) {
            return goOn(visit, step.question(), now);
        }
        Undo undo = new Undo(now, now + VisitMachine.UNDO_MILLIS);
        return goOn(visit.show(visit.shown().undo(screen ? Optional.of(undo) : Optional.empty())), 0, now);
    }

    /** To the next follow-up question after this one, or to the thanks. */
    Step goOn(Visit visit, int after, long now) {
        VisitState shown = visit.shown().over(Optional.empty()).focus(VisitState.NO_FOCUS);
        return Step.show(
                visit.touched(Math.max(visit.touchedMillis(), now)),
                shown.phase(screen ? FollowUps.after(visit, after, now) : new Thanking(now)));
    }

    Step notStored(Visit visit, long now) {
        VisitState shown = visit.shown().undo(Optional.empty()).over(Optional.empty());
        return Step.show(visit.ledger(Ledger.EMPTY), shown.phase(new Sorry(now)))
                .and(new VisitEffect.Play(VisitEffect.Cue.REFUSED, visit.volumePercent()));
    }

    /** Nobody is here any more: nothing of the visitor is left. */
    Step rest(Visit visit) {
        VisitState idle = new VisitState(visit.shown().questionnaire(), language, new Asking());
        return Step.show(visit.ledger(Ledger.EMPTY), idle).and(new VisitEffect.Hush());
    }
}

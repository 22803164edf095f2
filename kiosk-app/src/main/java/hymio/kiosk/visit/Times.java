package hymio.kiosk.visit;

import hymio.kiosk.visit.Visit.Ledger;
import hymio.kiosk.visit.VisitEvent.NewConfig;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import java.util.Optional;

/** What time does: thanks end, visitors who left are forgotten, the screen sleeps and wakes. Pure. */
record Times(VisitMachine machine, Votes votes) {
    /** An apology is read more slowly than thanks. */
    static final long SORRY_MILLIS = 8_000;

    static final long TAKEN_BACK_MILLIS = 4_000;
    static final long PLAYING_MILLIS = 4_000;
    /** The second tap of a double tap must not take the thanks away. */
    static final long DISMISS_AFTER_MILLIS = 800;

    Step tick(Visit before, VisitEvent.Tick tick) {
        long now = tick.atMillis();
        VisitState shown = before.shown();
        if (shown.undo().filter(undo -> now >= undo.untilMillis()).isPresent()) {
            Step over = Step.show(before, shown.undo(Optional.empty()));
            Step rest = phase(over.visit(), tick);
            return rest.effects().isEmpty() ? over : rest;
        }
        return phase(before, tick);
    }

    private Step phase(Visit visit, VisitEvent.Tick tick) {
        long now = tick.atMillis();
        return switch (visit.shown().phase()) {
            case Thanking it -> thanked(visit, it, now) ? votes.rest(visit) : overTime(visit, now);
            case TakenBack it -> now - it.sinceMillis() >= TAKEN_BACK_MILLIS ? votes.rest(visit) : Step.stay(visit);
            case Sorry it -> now - it.sinceMillis() >= SORRY_MILLIS ? votes.rest(visit) : Step.stay(visit);
            case Playing it -> played(visit, it, now) ? votes.rest(visit) : Step.stay(visit);
            case Saving unused -> Step.stay(visit);
            case Sleeping unused -> asleep(visit, tick);
            case ButtonTest unused ->
                idle(visit, now) ? overTime(visit, now) : Step.stay(visit).and(new VisitEffect.AskButtons(false));
            default -> atRest(visit.shown()) ? resting(visit, tick) : overTime(visit, now);
        };
    }

    private boolean thanked(Visit visit, Thanking thanking, long now) {
        return now - thanking.sinceMillis() >= machine.thanksMillis()
                && visit.shown().undo().isEmpty()
                && visit.shown().over().isEmpty();
    }

    private static boolean played(Visit visit, Playing playing, long now) {
        return now - playing.sinceMillis() >= PLAYING_MILLIS
                && visit.shown().undo().isEmpty();
    }

    /** Nothing on the screen is anybody's. */
    private boolean atRest(VisitState shown) {
        return shown.equals(new VisitState(shown.questionnaire(), machine.language(), new Asking()));
    }

    private static boolean idle(Visit visit, long now) {
        return now - visit.touchedMillis() >= visit.terminal().behaviour().idleSeconds() * 1_000L;
    }

    /** What lies over the step ends by itself, and so does a visit that nobody goes on with; but never unwarned. */
    private Step overTime(Visit visit, long now) {
        VisitState shown = visit.shown();
        if (shown.over().orElse(null) instanceof StillThere still) {
            return now >= still.untilMillis() ? leave(visit) : Step.stay(visit);
        }
        if (shown.over().orElse(null) instanceof Explaining explaining) {
            return now >= explaining.untilMillis() ? Step.show(visit, shown.over(Optional.empty())) : Step.stay(visit);
        }
        if (!idle(visit, now)) {
            return Step.stay(visit);
        }
        StillThere still = new StillThere(now, now + VisitMachine.STILL_THERE_MILLIS);
        return Step.show(visit, shown.over(Optional.of(still)).focus(VisitState.NO_FOCUS))
                .and(new VisitEffect.Play(VisitEffect.Cue.WARNING, visit.volumePercent()));
    }

    /** What was chosen is kept; a comment that was not sent is not: sending is the visitor's word that it may be. */
    private Step leave(Visit visit) {
        boolean chosen = visit.shown().phase() instanceof Choosing choosing
                && !choosing.chosen().isEmpty();
        Ledger ledger = visit.ledger();
        return chosen && ledger.time().isPresent()
                ? Touches.keep(visit.ledger(ledger.leave()), ledger.time().get())
                : votes.rest(visit);
    }

    private Step resting(Visit visit, VisitEvent.Tick tick) {
        if (!idle(visit, tick.atMillis())) {
            return Step.stay(visit);
        }
        if (visit.terminal().next().isPresent()) {
            return renew(visit, visit.terminal().next().get());
        }
        return machine.screen() && night(visit, tick)
                ? Step.show(visit, visit.shown().phase(new Sleeping()))
                : Step.stay(visit);
    }

    private Step renew(Visit visit, NewConfig config) {
        Visit.Terminal old = visit.terminal();
        StaffLock lock = new StaffLock(
                config.staffPin(), old.lock().failures(), old.lock().untilMillis());
        Visit.Terminal terminal =
                new Visit.Terminal(config.behaviour(), Optional.empty(), old.misuse(), old.wokenMillis(), lock);
        VisitState idle = new VisitState(
                config.questionnaire(), machine.language(), visit.shown().phase());
        return new Step(
                visit.terminal(terminal).show(idle),
                java.util.List.of(new VisitEffect.Rest(), new VisitEffect.Show(idle)));
    }

    /** A clock that cannot be trusted must not darken the screen at noon. */
    private static boolean night(Visit visit, VisitEvent.Tick tick) {
        return tick.localMinute().isPresent()
                && visit.terminal().behaviour().sleep().stream()
                        .anyMatch(sleep -> sleep.at(tick.localMinute().getAsInt()));
    }

    private Step asleep(Visit visit, VisitEvent.Tick tick) {
        if (visit.terminal().next().isPresent()) {
            return renew(visit, visit.terminal().next().get());
        }
        return night(visit, tick) ? Step.stay(visit) : votes.rest(visit);
    }

    /** The first touch wakes the screen; it does not vote. */
    Step wake(Visit visit, long now) {
        Visit woken = visit.touched(now).terminal(visit.terminal().woken(now));
        return votes.rest(woken);
    }

    /** A touch beside every control. */
    Step beside(Visit visit, long now) {
        VisitState shown = visit.shown();
        if (shown.phase() instanceof Sleeping) {
            return wake(visit, now);
        }
        Visit touched = visit.touched(now);
        boolean passing = shown.over()
                .filter(it -> it instanceof StillThere || it instanceof Explaining)
                .isPresent();
        if (passing) {
            return Step.show(touched, shown.over(Optional.empty()));
        }
        return switch (shown.phase()) {
            case Thanking it -> dismiss(touched, it.sinceMillis(), now);
            case TakenBack it -> dismiss(touched, it.sinceMillis(), now);
            case Sorry it -> dismiss(touched, it.sinceMillis(), now);
            case Playing it -> dismiss(touched, it.sinceMillis(), now);
            default -> Step.stay(touched);
        };
    }

    private Step dismiss(Visit visit, long since, long now) {
        boolean sheet = visit.shown().over().isPresent();
        return now - since >= DISMISS_AFTER_MILLIS && !sheet ? votes.rest(visit) : Step.stay(visit);
    }
}

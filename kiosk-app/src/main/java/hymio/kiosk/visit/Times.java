package hymio.kiosk.visit;

import hymio.kiosk.visit.VisitEvent.NewConfig;
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
import hymio.wire.PressTime;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.Optional;

/** What time does: thanks end, visitors who left are forgotten, the screen sleeps and wakes. Pure. */
record Times(VisitMachine machine, Votes votes) {
    /** An apology is read more slowly than thanks. */
    static final long SORRY_MILLIS = 8_000;

    static final long TAKEN_BACK_MILLIS = 4_000;
    static final long PLAYING_MILLIS = 4_000;
    /** A tap so soon after another is the same hand drumming: it takes no message away. */
    static final long DISMISS_AFTER_MILLIS = 800;

    /** So long after a touch the first config of a new terminal may come. */
    static final long FIRST_AFTER_MILLIS = 2_000;

    Step tick(Visit before, VisitEvent.Tick tick) {
        long now = tick.atMillis();
        VisitState shown = before.shown();
        boolean lapsed = shown.undo().filter(undo -> now >= undo.untilMillis()).isPresent();
        Visit visit = lapsed ? before.show(shown.undo(Optional.empty())) : before;
        return switch (visit.shown().phase()) {
            case Thanking it -> message(visit, it.sinceMillis() + machine.thanksMillis(), now);
            case TakenBack it -> message(visit, it.sinceMillis() + TAKEN_BACK_MILLIS, now);
            case Sorry it -> message(visit, it.sinceMillis() + SORRY_MILLIS, now);
            case Playing it -> message(visit, it.sinceMillis() + PLAYING_MILLIS, now);
            case Saving unused -> Step.stay(visit);
            case Sleeping unused -> asleep(visit, tick);
            case ButtonTest unused -> testing(visit, now);
            default -> votes.atRest(shown.questionnaire()).equals(shown) ? resting(visit, tick) : overTime(visit, now);
        };
    }

    /** A message ends by itself, but not under a hand that drums, and not while the vote can be taken back. */
    private Step message(Visit visit, long untilMillis, long now) {
        if (visit.shown().over().isPresent()) {
            return overTime(visit, now);
        }
        boolean ends = now >= untilMillis && visit.shown().undo().isEmpty() && calm(visit, now);
        return ends ? votes.rest(visit) : Step.stay(visit);
    }

    private static boolean calm(Visit visit, long now) {
        return visit.quiet(now) && now - visit.touchedMillis() >= DISMISS_AFTER_MILLIS;
    }

    private Step testing(Visit visit, long now) {
        return idle(visit, now) ? overTime(visit, now) : Step.stay(visit).and(new VisitEffect.AskButtons(false));
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
        return machine.screen() ? warn(visit, now) : votes.rest(visit);
    }

    private static Step warn(Visit visit, long now) {
        StillThere still = new StillThere(now, now + VisitMachine.STILL_THERE_MILLIS);
        return Step.show(visit, visit.shown().over(Optional.of(still)))
                .and(new VisitEffect.Play(VisitEffect.Cue.WARNING, visit.volumePercent()));
    }

    static boolean stillThere(VisitState shown) {
        return shown.over().filter(StillThere.class::isInstance).isPresent();
    }

    /** Whatever a hand does says that somebody is there, and nothing else: no press of it votes. */
    static Visit stay(Visit visit, long now) {
        return visit.touched(now)
                .terminal(visit.terminal().woken(now))
                .show(visit.shown().over(Optional.empty()));
    }

    /** What was chosen is kept; a comment that was not sent is not: sending is the visitor's word that it may be. */
    private Step leave(Visit visit) {
        Optional<PressTime> chosen = visit.ledger().time();
        Visit leaving = visit.ledger(visit.ledger().leave());
        if (visit.ledger().storing()) {
            return Step.stay(leaving);
        }
        return visit.shown().phase() instanceof Choosing choosing
                        && !choosing.chosen().isEmpty()
                        && chosen.isPresent()
                ? Touches.keep(leaving, choosing, chosen.get())
                : votes.rest(visit);
    }

    private Step resting(Visit visit, VisitEvent.Tick tick) {
        long now = tick.atMillis();
        Optional<NewConfig> next = visit.terminal().next();
        if (next.isPresent() && (idle(visit, now) || first(visit, now))) {
            return renew(visit, next.get(), now);
        }
        if (!idle(visit, now)) {
            return Step.stay(visit);
        }
        return machine.screen() && night(visit, tick)
                ? Step.show(visit, visit.shown().phase(new Sleeping()))
                : Step.stay(visit);
    }

    /** A new terminal asks what its place wants as soon as no hand is there, not only after the idle time. */
    private static boolean first(Visit visit, long now) {
        return visit.shown().questionnaire().equals(Questionnaire.BUILT_IN)
                && now - visit.touchedMillis() >= FIRST_AFTER_MILLIS;
    }

    /** A press that began before the new question was there, or too soon to be meant for it, does nothing. */
    private Step renew(Visit visit, NewConfig config, long now) {
        VisitState shown =
                votes.atRest(config.questionnaire()).phase(visit.shown().phase());
        Visit.Terminal renewed = visit.terminal().renewed(config);
        return new Step(
                visit.terminal(machine.screen() ? renewed.woken(now) : renewed).show(shown),
                List.of(new VisitEffect.Rest(), new VisitEffect.Show(shown)));
    }

    /** A clock that cannot be trusted must not darken the screen at noon. */
    private static boolean night(Visit visit, VisitEvent.Tick tick) {
        return tick.localMinute().isPresent()
                && visit.terminal().behaviour().sleep().stream()
                        .anyMatch(sleep -> sleep.at(tick.localMinute().getAsInt()));
    }

    private Step asleep(Visit visit, VisitEvent.Tick tick) {
        Optional<NewConfig> next = visit.terminal().next();
        if (next.isPresent()) {
            return renew(visit, next.get(), tick.atMillis());
        }
        return night(visit, tick) ? Step.stay(visit) : votes.rest(visit);
    }

    /** The first touch wakes the screen; it does not vote. */
    Step wake(Visit visit, long now) {
        return votes.rest(visit.touched(now).terminal(visit.terminal().woken(now)));
    }

    /** A touch beside every control ends an explanation, else a message that was there long enough to be read. */
    Step beside(Visit visit, long now) {
        Visit touched = visit.touched(now);
        VisitState shown = visit.shown();
        if (shown.over().isPresent()) {
            boolean explaining =
                    shown.over().filter(Explaining.class::isInstance).isPresent();
            return explaining ? Step.show(touched, shown.over(Optional.empty())) : Step.stay(touched);
        }
        boolean message = switch (shown.phase()) {
            case Thanking unused -> true;
            case TakenBack unused -> true;
            case Sorry unused -> true;
            case Playing unused -> true;
            default -> false;
        };
        boolean read = now - visit.cameUpMillis() >= DISMISS_AFTER_MILLIS && calm(visit, now);
        return message && read ? votes.rest(touched) : Step.stay(touched);
    }
}

package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.Optional;

/**
 * What each event means. Pure: no clock, no disk, no screen; the same events give the same effects.
 *
 * @param language shown to each new visitor
 * @param thanksMillis how long thanks stay
 */
public record VisitMachine(String language, long thanksMillis) {
    /** An apology is read more slowly than thanks. */
    static final long SORRY_MILLIS = 8_000;
    /** After this long without a touch the next person is taken for a new visitor. */
    static final long IDLE_MILLIS = 20_000;
    /** The second tap of a double tap must not take the thanks away. */
    static final long DISMISS_AFTER_MILLIS = 800;

    /** The visit before anybody came. */
    public Visit start(Questionnaire questionnaire) {
        return new Visit(new VisitState(questionnaire, language, new Asking()), Optional.empty(), 0);
    }

    public Step step(Visit visit, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Pressed pressed -> pressed(visit, pressed.press());
            case VisitEvent.Stored stored -> saved(visit, new Thanking(option(visit), stored.atMillis()));
            case VisitEvent.NotStored failed -> saved(visit, new Sorry(failed.atMillis()));
            case VisitEvent.LanguageChosen chosen -> languageChosen(visit, chosen);
            case VisitEvent.Dismissed dismissed -> dismissed(visit, dismissed.atMillis());
            case VisitEvent.Tick tick -> tick(visit, tick.atMillis());
            case VisitEvent.NewQuestionnaire it -> stay(visit.next(Optional.of(it.questionnaire())));
        };
    }

    /** A press counts in every phase: buttons on a stand are there while the screen still thanks the one before. */
    private static Step pressed(Visit visit, Press press) {
        Question question = visit.shown().questionnaire().questions().getFirst();
        if (press.button() < 1 || press.button() > question.faces().size()) {
            return stay(visit);
        }
        Step shown = show(visit.touched(press.time().uptimeMillis()), new Saving(press.button()));
        return new Step(
                shown.visit(),
                List.of(
                        shown.effects().getFirst(),
                        new VisitEffect.Store(question.key(), press.button(), press.time())));
    }

    private static int option(Visit visit) {
        return visit.shown().phase() instanceof Saving saving ? saving.option() : 0;
    }

    private static Step saved(Visit visit, Phase then) {
        return visit.shown().phase() instanceof Saving ? show(visit, then) : stay(visit);
    }

    private static Step languageChosen(Visit visit, VisitEvent.LanguageChosen chosen) {
        VisitState shown = visit.shown();
        return show(
                visit.touched(chosen.atMillis())
                        .show(new VisitState(shown.questionnaire(), chosen.language(), shown.phase())),
                shown.phase());
    }

    private Step dismissed(Visit visit, long now) {
        return switch (visit.shown().phase()) {
            case Thanking it when now - it.sinceMillis() >= DISMISS_AFTER_MILLIS -> ask(visit);
            case Sorry it when now - it.sinceMillis() >= DISMISS_AFTER_MILLIS -> ask(visit);
            case Thanking it -> stay(visit);
            case Sorry it -> stay(visit);
            case Asking it -> stay(visit.touched(now));
            case Saving it -> stay(visit);
        };
    }

    private Step tick(Visit visit, long now) {
        return switch (visit.shown().phase()) {
            case Thanking it -> now - it.sinceMillis() >= thanksMillis ? ask(visit) : stay(visit);
            case Sorry it -> now - it.sinceMillis() >= SORRY_MILLIS ? ask(visit) : stay(visit);
            case Saving it -> stay(visit);
            case Asking it -> now - visit.touchedMillis() >= IDLE_MILLIS && stale(visit) ? renew(visit) : stay(visit);
        };
    }

    private boolean stale(Visit visit) {
        return visit.next().isPresent() || !visit.shown().language().equals(language);
    }

    /** The next visitor starts in the terminal's own language. */
    private Step ask(Visit visit) {
        return show(
                visit.show(new VisitState(
                        visit.shown().questionnaire(), language, visit.shown().phase())),
                new Asking());
    }

    private Step renew(Visit visit) {
        Questionnaire now = visit.next().orElse(visit.shown().questionnaire());
        return show(
                visit.next(Optional.empty())
                        .show(new VisitState(now, language, visit.shown().phase())),
                new Asking());
    }

    private static Step show(Visit visit, Phase phase) {
        VisitState state =
                new VisitState(visit.shown().questionnaire(), visit.shown().language(), phase);
        return new Step(visit.show(state), List.of(new VisitEffect.Show(state)));
    }

    private static Step stay(Visit visit) {
        return new Step(visit, List.of());
    }
}

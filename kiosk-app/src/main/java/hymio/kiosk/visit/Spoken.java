package hymio.kiosk.visit;

import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.StillThere;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When something is said, and when it falls silent. Pure. */
final class Spoken {
    /** Adds what a visitor who listens must hear of a step; whatever a hand does interrupts what is being said. */
    static Step aloud(Visit before, VisitEvent event, Step step) {
        List<VisitEffect> effects = new ArrayList<>();
        if (hand(event) && talks(before.shown())) {
            effects.add(new VisitEffect.Hush());
        }
        effects.addAll(step.effects());
        boolean silent = step.effects().stream()
                .noneMatch(it -> it instanceof VisitEffect.Say || it instanceof VisitEffect.Hush);
        if (silent && step.visit().shown().comfort().voice()) {
            news(before.shown(), step.visit()).ifPresent(effects::add);
        }
        return new Step(step.visit(), effects);
    }

    private static boolean talks(VisitState shown) {
        return shown.comfort().voice()
                || shown.over()
                        .filter(it -> it instanceof Explaining || it instanceof StillThere)
                        .isPresent();
    }

    private static boolean hand(VisitEvent event) {
        return switch (event) {
            case VisitEvent.Down unused -> true;
            case VisitEvent.Pressed unused -> true;
            case VisitEvent.Touched unused -> true;
            case VisitEvent.TouchedBeside unused -> true;
            default -> false;
        };
    }

    private static Optional<VisitEffect> news(VisitState before, Visit visit) {
        VisitState now = visit.shown();
        if (now.focus() != VisitState.NO_FOCUS && now.focus() != before.focus()) {
            return Optional.of(focused(visit));
        }
        boolean other = !now.phase().getClass().equals(before.phase().getClass())
                || !now.over().equals(before.over())
                || !now.language().equals(before.language())
                || !now.question().equals(before.question())
                || !before.comfort().voice();
        return other ? Optional.of(say(visit, Optional.empty())) : Optional.empty();
    }

    /** What buttons are at; the whole screen when they are nowhere. */
    static VisitEffect focused(Visit visit) {
        List<Control> controls = Controls.of(visit.shown());
        int focus = visit.shown().focus();
        return say(visit, focus >= 0 && focus < controls.size() ? Optional.of(controls.get(focus)) : Optional.empty());
    }

    private static VisitEffect say(Visit visit, Optional<Control> about) {
        return new VisitEffect.Say(visit.shown(), about, visit.volumePercent());
    }

    private Spoken() {}
}

package hymio.kiosk.visit;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Saving;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When something is said, and when it falls silent. Pure. */
final class Spoken {
    /** Adds what a visitor who listens must hear of a step; whatever a hand does interrupts what is being said. */
    static Step aloud(Visit before, VisitEvent event, Step step) {
        List<VisitEffect> effects = new ArrayList<>();
        if (Hand.at(event).isPresent() && silent(step)) {
            effects.add(new VisitEffect.Hush());
        }
        effects.addAll(step.effects());
        if (silent(step) && step.visit().shown().comfort().voice()) {
            news(before.shown(), event, step.visit()).ifPresent(effects::add);
        }
        return new Step(step.visit(), effects);
    }

    private static boolean silent(Step step) {
        return step.effects().stream().noneMatch(it -> it instanceof VisitEffect.Say || it instanceof VisitEffect.Hush);
    }

    private static Optional<VisitEffect> news(VisitState before, VisitEvent event, Visit visit) {
        VisitState now = visit.shown();
        if (now.focus() != VisitState.NO_FOCUS && now.focus() != before.focus()) {
            return Optional.of(focused(visit));
        }
        if (otherScreen(before, now)) {
            return Optional.of(say(visit, Optional.empty()));
        }
        return now.equals(before) ? Optional.empty() : used(before, event).map(it -> say(visit, Optional.of(it)));
    }

    /** A finger on its way, and a press on its way to the disk, are no news: what comes of them is. */
    private static boolean otherScreen(VisitState before, VisitState now) {
        if (now.phase() instanceof Finger || now.phase() instanceof Saving) {
            return false;
        }
        boolean lifted = before.phase() instanceof Finger && now.phase() instanceof Asking;
        boolean phase = !lifted && !now.phase().getClass().equals(before.phase().getClass());
        boolean question = now.phase() instanceof Answering && !now.question().equals(before.question());
        return phase
                || question
                || !now.over().equals(before.over())
                || !now.language().equals(before.language())
                || !before.comfort().voice();
    }

    /** What a hand used without leaving the screen; the digits of a PIN are nobody else's business. */
    private static Optional<Control> used(VisitState before, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Touched it -> Optional.of(it.control()).filter(Spoken::open);
            case VisitEvent.Pressed unused -> at(before).filter(Spoken::open);
            case VisitEvent.Typed it when it.text().equals("\b") -> Optional.of(new Control.Simple(Act.BACKSPACE));
            case VisitEvent.Typed it -> Optional.of(new Control.Key(it.text()));
            default -> Optional.empty();
        };
    }

    private static boolean open(Control control) {
        return !(control instanceof Control.Digit);
    }

    /** What buttons are at; the whole screen when they are nowhere. */
    static VisitEffect focused(Visit visit) {
        return say(visit, at(visit.shown()));
    }

    private static Optional<Control> at(VisitState shown) {
        List<Control> controls = Controls.of(shown);
        int focus = shown.focus();
        return focus >= 0 && focus < controls.size() ? Optional.of(controls.get(focus)) : Optional.empty();
    }

    private static VisitEffect say(Visit visit, Optional<Control> about) {
        return new VisitEffect.Say(visit.shown(), about, visit.volumePercent());
    }

    private Spoken() {}
}

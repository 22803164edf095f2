package hymio.kiosk.visit;

import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.StaffMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What holds for every hand on every screen. Pure. */
final class Hand {
    /**
     * Nobody answers what came up less than this ago: it is the second tap of a double tap, or a touch meant for what
     * was there before (a person needs 200 ms to see a change and more to reach for it).
     */
    static final long SETTLE_MILLIS = 400;

    /** Uptime of what a hand did, in milliseconds; empty when it was no hand. */
    static OptionalLong at(VisitEvent event) {
        return switch (event) {
            case VisitEvent.Down it -> OptionalLong.of(it.atMillis());
            case VisitEvent.Pressed it -> OptionalLong.of(it.press().time().uptimeMillis());
            case VisitEvent.Held it -> OptionalLong.of(it.press().time().uptimeMillis());
            case VisitEvent.Touched it -> OptionalLong.of(it.time().uptimeMillis());
            case VisitEvent.TouchedBeside it -> OptionalLong.of(it.atMillis());
            case VisitEvent.StaffHold it -> OptionalLong.of(it.atMillis());
            case VisitEvent.Typed it -> OptionalLong.of(it.atMillis());
            default -> OptionalLong.empty();
        };
    }

    /** Whether a touch was meant for what stood there before. */
    static boolean early(Visit visit, long uptimeMillis) {
        return uptimeMillis - visit.cameUpMillis() < SETTLE_MILLIS;
    }

    /** Whether a press began with the touch that woke the screen, or with its bounce on another button. */
    static boolean waking(Visit visit, long uptimeMillis) {
        return uptimeMillis < visit.terminal().wokenMillis() + SETTLE_MILLIS;
    }

    /** The step, with the moment its screen came up and the focus where buttons left it. */
    static Step settled(Visit before, VisitEvent event, Step step) {
        VisitState shown = step.visit().shown();
        boolean same = sameScreen(before.shown(), shown);
        VisitState settled = shown.focus(same ? focus(before.shown(), shown) : VisitState.NO_FOCUS);
        Visit visit = step.visit().show(settled);
        return shown(before, new Step(same ? visit : visit.cameUp(time(before, event)), step.effects()));
    }

    private static long time(Visit before, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Stored it -> it.atMillis();
            case VisitEvent.NotStored it -> it.atMillis();
            case VisitEvent.PinChecked it -> it.atMillis();
            case VisitEvent.Figures it -> it.atMillis();
            case VisitEvent.Tick it -> it.atMillis();
            default -> at(event).orElse(before.touchedMillis());
        };
    }

    private static boolean sameScreen(VisitState before, VisitState now) {
        return before.questionnaire().equals(now.questionnaire())
                && step(before.phase()).equals(step(now.phase()))
                && before.over().map(Object::getClass).equals(now.over().map(Object::getClass));
    }

    private static List<Object> step(Phase phase) {
        return switch (phase) {
            case Finger unused -> List.of(Asking.class);
            case Answering answering -> List.of(phase.getClass(), answering.question());
            case StaffMenu menu -> List.of(phase.getClass(), menu.ending());
            default -> List.of(phase.getClass());
        };
    }

    /** The focus stays on its control when others come or go around it, and ends with it. */
    private static int focus(VisitState before, VisitState now) {
        if (now.focus() == VisitState.NO_FOCUS) {
            return VisitState.NO_FOCUS;
        }
        List<Control> old = Controls.of(before);
        List<Control> controls = Controls.of(now);
        if (now.focus() >= old.size() || old.size() == controls.size()) {
            return now.focus() < controls.size() ? now.focus() : VisitState.NO_FOCUS;
        }
        return controls.indexOf(old.get(now.focus()));
    }

    /** What is shown is the state as it was settled; a change that no one showed is shown first. */
    private static Step shown(Visit before, Step step) {
        VisitEffect show = new VisitEffect.Show(step.visit().shown());
        boolean asked = step.effects().stream().anyMatch(VisitEffect.Show.class::isInstance);
        List<VisitEffect> effects = new ArrayList<>();
        if (!asked && !step.visit().shown().equals(before.shown())) {
            effects.add(show);
        }
        step.effects().forEach(it -> effects.add(it instanceof VisitEffect.Show ? show : it));
        return new Step(step.visit(), effects);
    }

    private Hand() {}
}

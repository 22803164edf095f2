package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.LanguageSheet;
import hymio.kiosk.visit.VisitState.Reviewing;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Limits;
import hymio.wire.PressTime;
import hymio.wire.Question;
import hymio.wire.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a control does, whether a finger touched it or buttons stepped to it. Pure. */
record Touches(Votes votes) {
    private static final Set<Act> LEAVING = Set.of(Act.DONE, Act.SKIP, Act.CLOSE, Act.STAFF_BACK, Act.STAY);
    private static final int PREVIOUS = 1;
    private static final int NEXT = 2;
    private static final int CHOOSE = 3;

    /** A late touch, meant for a screen that is gone, means nothing. */
    Step touched(Visit before, VisitEvent.Touched touched) {
        Visit visit = before.touched(touched.time().uptimeMillis());
        boolean there = Controls.of(visit.shown()).contains(touched.control()) || types(visit, touched.control());
        Visit finger = visit.show(visit.shown().focus(VisitState.NO_FOCUS));
        return there ? act(finger, touched.control(), touched.time()) : Step.stay(visit);
    }

    /** Fast fingers type before the keyboard has changed its capitals. */
    private static boolean types(Visit visit, Control control) {
        return control instanceof Control.Key
                && visit.shown().phase() instanceof Writing
                && visit.shown().over().isEmpty();
    }

    /** Buttons step through the controls: 1 back, 2 on, 3 chooses, 4 leaves. */
    Step button(Visit visit, Press press) {
        List<Control> controls = Controls.of(visit.shown());
        int focus = visit.shown().focus();
        int last = controls.size() - 1;
        return switch (press.button()) {
            case PREVIOUS -> focus(visit, focus <= 0 ? last : focus - 1);
            case NEXT -> focus(visit, focus >= last ? 0 : focus + 1);
            case CHOOSE ->
                focus < 0 || focus > last ? focus(visit, 0) : keepFocus(act(visit, controls.get(focus), press.time()));
            default ->
                controls.stream()
                        .filter(it -> it instanceof Control.Simple simple && LEAVING.contains(simple.act()))
                        .findFirst()
                        .map(leave -> act(visit, leave, press.time()))
                        .orElse(Step.stay(visit));
        };
    }

    private static Step focus(Visit visit, int focus) {
        return Step.show(visit, visit.shown().focus(focus));
    }

    /** A control that went away takes the focus with it. */
    private static Step keepFocus(Step step) {
        VisitState shown = step.visit().shown();
        return shown.focus() < Controls.of(shown).size()
                ? step
                : new Step(step.visit().show(shown.focus(VisitState.NO_FOCUS)), step.effects());
    }

    private Step act(Visit touched, Control control, PressTime time) {
        Visit visit = touched.ledger(touched.ledger().at(time));
        VisitState shown = visit.shown();
        return switch (control) {
            case Control.FaceOf face ->
                shown.phase() instanceof Choosing choosing
                        ? choose(visit, choosing, face.option(), time)
                        : shown.phase() instanceof Asking ? votes.vote(visit, face.option(), time) : Step.stay(visit);
            case Control.ChoiceOf choice ->
                shown.phase() instanceof Choosing choosing
                        ? choose(visit, choosing, choice.option(), time)
                        : Step.stay(visit);
            case Control.Key key -> FollowUps.typed(visit, key.text());
            case Control.Digit digit -> Staff.digit(visit, digit.digit());
            case Control.LanguageOf language -> language(visit, language.language());
            case Control.ToggleOf toggle ->
                Step.show(visit, shown.comfort(shown.comfort().toggled(toggle.toggle())));
            case Control.Simple simple -> simple(visit, simple.act(), time);
        };
    }

    private static Step language(Visit visit, String language) {
        VisitState shown = visit.shown().language(language);
        boolean sheet = shown.over().filter(LanguageSheet.class::isInstance).isPresent();
        return Step.show(visit, sheet ? shown.over(Optional.empty()) : shown);
    }

    private Step choose(Visit visit, Choosing choosing, int option, PressTime time) {
        Question question = visit.shown().question();
        if (question.kind() == Question.Kind.CHOICES) {
            Set<Integer> chosen = new HashSet<>(choosing.chosen());
            if (!chosen.remove(option)) {
                chosen.add(option);
            }
            return Step.show(visit, visit.shown().phase(new Choosing(choosing.question(), chosen)));
        }
        Entry entry = Votes.entry(visit, question, option, time, Response.Extra.NONE);
        return Step.show(visit, visit.shown().phase(new Choosing(choosing.question(), Set.of(option))))
                .store(List.of(entry));
    }

    private Step simple(Visit visit, Act act, PressTime time) {
        VisitState shown = visit.shown();
        return switch (act) {
            case SKIP -> skip(visit, time);
            case DONE -> keep(visit, time);
            case SEND -> send(visit, time);
            case CHANGE ->
                shown.phase() instanceof Reviewing it
                        ? Step.show(visit, shown.phase(new Writing(it.question(), it.draft())))
                        : Step.stay(visit);
            case UNDO -> votes.undo(visit, time);
            case SHIFT -> draft(visit, d -> new Draft(d.text(), !d.shift(), d.signs()));
            case BACKSPACE -> draft(visit, FollowUps::erased);
            case SIGNS -> draft(visit, d -> new Draft(d.text(), d.shift(), !d.signs()));
            case STAY -> Step.show(visit, shown.over(Optional.empty()));
            case COMFORT -> Step.show(visit, shown.over(Optional.of(new ComfortSheet())));
            case LANGUAGES -> Step.show(visit, shown.over(Optional.of(new LanguageSheet())));
            case LOUDER -> Step.show(visit, shown.comfort(shown.comfort().louder(1)));
            case QUIETER -> Step.show(visit, shown.comfort(shown.comfort().louder(-1)));
            case READ ->
                Step.stay(visit)
                        .and(new VisitEffect.Say(
                                shown.over(Optional.empty()), Optional.empty(), visit.volumePercent()));
            case CLOSE -> shown.over().isPresent() ? Step.show(visit, shown.over(Optional.empty())) : votes.rest(visit);
            case PIN_ERASE, PIN_ENTER, STAFF_BUTTONS, STAFF_RESTART, STAFF_STOP, STAFF_BACK ->
                Staff.act(visit, act, time.uptimeMillis());
        };
    }

    private Step skip(Visit visit, PressTime time) {
        return visit.shown().phase() instanceof Answering step
                ? votes.goOn(visit, step.question(), time.uptimeMillis())
                : Step.stay(visit);
    }

    /** Stores all that is chosen, each as a response of its own. */
    static Step keep(Visit visit, PressTime time) {
        if (!(visit.shown().phase() instanceof Choosing choosing)) {
            return Step.stay(visit);
        }
        Question question = visit.shown().question();
        return Step.stay(visit)
                .store(choosing.chosen().stream()
                        .sorted()
                        .map(option -> Votes.entry(visit, question, option, time, Response.Extra.NONE))
                        .toList());
    }

    private Step send(Visit visit, PressTime time) {
        return switch (visit.shown().phase()) {
            case Writing writing -> send(visit, writing, time);
            case Reviewing review -> comment(visit, review.masked(), time);
            default -> Step.stay(visit);
        };
    }

    private Step send(Visit visit, Writing writing, PressTime time) {
        String text = writing.draft().text().strip();
        if (text.isEmpty()) {
            return skip(visit, time);
        }
        String masked = MaskRule.masked(text);
        return masked.equals(text)
                ? comment(visit, text, time)
                : Step.show(visit, visit.shown().phase(new Reviewing(writing.question(), writing.draft(), masked)));
    }

    private static Step comment(Visit visit, String text, PressTime time) {
        String fits = text.substring(0, Math.min(text.length(), Limits.COMMENT));
        return Step.stay(visit)
                .store(List.of(Votes.entry(visit, visit.shown().question(), 0, time, Response.Extra.commented(fits))));
    }

    private static Step draft(Visit visit, java.util.function.UnaryOperator<Draft> change) {
        return visit.shown().phase() instanceof Writing writing
                ? Step.show(visit, visit.shown().phase(new Writing(writing.question(), change.apply(writing.draft()))))
                : Step.stay(visit);
    }
}

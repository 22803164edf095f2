package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.LanguageSheet;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.Reviewing;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.PressTime;
import hymio.wire.Question;
import hymio.wire.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a control does, whether a finger touched it or buttons stepped to it. Pure. */
record Touches(Votes votes) {
    private static final Set<Act> LEAVING = Set.of(Act.DONE, Act.SKIP, Act.CLOSE, Act.STAFF_BACK);
    private static final int PREVIOUS = 1;
    private static final int NEXT = 2;
    private static final int CHOOSE = 3;

    /** A late touch, meant for a screen that is gone, means nothing. */
    Step touched(Visit before, VisitEvent.Touched touched) {
        long at = touched.time().uptimeMillis();
        VisitState shown = before.shown().focus(VisitState.NO_FOCUS);
        Visit visit = before.touched(at).show(shown);
        boolean there = Controls.of(shown).contains(touched.control()) || types(shown, touched.control());
        return there && !Hand.early(before, at) ? act(visit, touched.control(), touched.time()) : Step.stay(visit);
    }

    /** Fast fingers type before the keyboard has changed its capitals. */
    private static boolean types(VisitState shown, Control control) {
        return control instanceof Control.Key
                && shown.phase() instanceof Writing
                && shown.over().isEmpty();
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
                focus == VisitState.NO_FOCUS ? focus(visit, 0) : act(visit, controls.get(focus), press.time());
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

    /** While an answer is on its way to the outbox, another one to the same question is not taken. */
    private Step act(Visit visit, Control control, PressTime time) {
        if (visit.ledger().storing() && visit.shown().phase() instanceof Answering) {
            return Step.stay(visit);
        }
        VisitState shown = visit.shown();
        return switch (control) {
            case Control.FaceOf face ->
                shown.phase() instanceof Choosing choosing
                        ? choose(visit, choosing, face.option(), time)
                        : votes.vote(visit, face.option(), time);
            case Control.ChoiceOf choice ->
                shown.phase() instanceof Choosing choosing
                        ? choose(visit, choosing, choice.option(), time)
                        : Step.stay(visit);
            case Control.Key key -> typed(visit, key.text());
            case Control.Digit digit -> Staff.digit(visit, digit.digit());
            case Control.LanguageOf language -> language(visit, language.language());
            case Control.ToggleOf toggle ->
                Step.show(visit, shown.comfort(shown.comfort().toggled(toggle.toggle())));
            case Control.Simple simple -> simple(visit, simple.act(), time);
        };
    }

    private static Step language(Visit visit, String language) {
        VisitState shown = visit.shown().language(language);
        return switch (shown.over().orElse(null)) {
            case LanguageSheet unused -> Step.show(visit, shown.over(Optional.empty()));
            case ComfortSheet unused -> Step.show(visit, shown).and(new VisitEffect.AskHeard(language));
            case null, default -> Step.show(visit, shown);
        };
    }

    /** The sheet offers what can be heard, once that is known. */
    static Step heard(Visit visit, VisitState.Heard heard) {
        VisitState shown = visit.shown();
        return shown.over().orElse(null) instanceof ComfortSheet sheet
                        && !sheet.heard().equals(heard)
                ? Step.show(visit, shown.over(Optional.of(new ComfortSheet(heard))))
                : Step.stay(visit);
    }

    private static Step choose(Visit visit, Choosing choosing, int option, PressTime time) {
        Question question = visit.shown().question();
        boolean several = question.kind() == Question.Kind.CHOICES;
        Set<Integer> chosen = several ? toggled(choosing.chosen(), option) : Set.of(option);
        Visit now = visit.ledger(visit.ledger().at(time));
        Step step = Step.show(now, visit.shown().phase(new Choosing(choosing.question(), chosen)));
        return several ? step : step.store(List.of(Votes.entry(visit, question, option, time, Response.Extra.NONE)));
    }

    private static Set<Integer> toggled(Set<Integer> chosen, int option) {
        Set<Integer> now = new HashSet<>(chosen);
        if (!now.remove(option)) {
            now.add(option);
        }
        return now;
    }

    private Step simple(Visit visit, Act act, PressTime time) {
        return switch (act) {
            case SKIP -> skip(visit, time);
            case DONE -> visit.shown().phase() instanceof Choosing it ? keep(visit, it, time) : Step.stay(visit);
            case SEND -> send(visit, time);
            case CHANGE -> change(visit);
            case UNDO -> votes.undo(visit, time);
            case SHIFT -> draft(visit, Draft::shifted);
            case BACKSPACE -> draft(visit, Draft::erased);
            case SIGNS -> draft(visit, Draft::turned);
            case COMFORT ->
                over(visit, new ComfortSheet())
                        .and(new VisitEffect.AskHeard(visit.shown().language()));
            case LANGUAGES -> over(visit, new LanguageSheet());
            case LOUDER -> louder(visit, 1);
            case QUIETER -> louder(visit, -1);
            case READ -> read(visit);
            case CLOSE -> close(visit);
            case STAY -> Step.stay(visit); // whatever a hand does stays: see VisitMachine
            case PIN_ERASE, PIN_ENTER, STAFF_BUTTONS, STAFF_CARRY, STAFF_RESTART, STAFF_STOP, STAFF_BACK ->
                Staff.act(visit, act, time.uptimeMillis());
        };
    }

    private static Step over(Visit visit, Over over) {
        return Step.show(visit, visit.shown().over(Optional.of(over)));
    }

    private static Step louder(Visit visit, int steps) {
        return Step.show(visit, visit.shown().comfort(visit.shown().comfort().louder(steps)));
    }

    /** Reads what lies under the sheet, which is what the visitor came for. */
    private static Step read(Visit visit) {
        VisitState under = visit.shown().over(Optional.empty());
        return Step.stay(visit).and(new VisitEffect.Say(under, Optional.empty(), visit.volumePercent()));
    }

    private Step close(Visit visit) {
        VisitState shown = visit.shown();
        return shown.over().isPresent() ? Step.show(visit, shown.over(Optional.empty())) : votes.rest(visit);
    }

    private Step skip(Visit visit, PressTime time) {
        return visit.shown().phase() instanceof Answering step
                ? votes.goOn(visit, step.question(), time.uptimeMillis())
                : Step.stay(visit);
    }

    /** Stores all that is chosen, each as a response of its own. */
    static Step keep(Visit visit, Choosing choosing, PressTime time) {
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
        Response.Extra comment = Response.Extra.commented(text);
        return Step.stay(visit).store(List.of(Votes.entry(visit, visit.shown().question(), 0, time, comment)));
    }

    private static Step change(Visit visit) {
        return visit.shown().phase() instanceof Reviewing it
                ? Step.show(visit, visit.shown().phase(new Writing(it.question(), it.draft())))
                : Step.stay(visit);
    }

    /** A key of the screen or of a real keyboard. */
    static Step typed(Visit visit, String text) {
        boolean covered = visit.shown().over().isPresent() || visit.ledger().storing();
        return covered ? Step.stay(visit) : draft(visit, it -> text.equals("\b") ? it.erased() : it.added(text));
    }

    private static Step draft(Visit visit, UnaryOperator<Draft> change) {
        return visit.shown().phase() instanceof Writing writing
                ? Step.show(visit, visit.shown().phase(new Writing(writing.question(), change.apply(writing.draft()))))
                : Step.stay(visit);
    }
}

package hymio.kiosk.visit;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Control.Simple;
import hymio.kiosk.visit.Control.Toggle;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Heard;
import hymio.kiosk.visit.VisitState.LanguageSheet;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Reviewing;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.StaffMenu;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be touched in a state, in reading order: the screen draws exactly these, and buttons step through them. */
public final class Controls {
    /** As many languages as stand under the question; more of them go to a sheet of their own. */
    static final int FOOT_LANGUAGES = 4;

    private static final List<String> FOOT_WHEN_MANY = List.of("fi", "sv", "en");

    public static List<Control> of(VisitState state) {
        return state.over()
                .map(over -> over(state, over))
                .orElseGet(() -> step(state))
                .toList();
    }

    /** The languages that stand under the question. */
    public static List<String> footLanguages(Questionnaire questionnaire) {
        List<String> all = questionnaire.languages();
        return all.size() <= FOOT_LANGUAGES ? all : FOOT_WHEN_MANY;
    }

    private static Stream<Control> over(VisitState state, Over over) {
        return switch (over) {
            case ComfortSheet sheet ->
                Stream.of(
                                toggles(sheet.heard()),
                                sounds(sheet.heard()),
                                someLanguages(state.questionnaire()),
                                acts(Act.CLOSE))
                        .flatMap(it -> it);
            case LanguageSheet unused ->
                Stream.concat(languages(state.questionnaire().languages()), acts(Act.CLOSE));
            case Explaining unused -> Stream.empty();
            case StillThere unused -> acts(Act.STAY);
        };
    }

    private static Stream<Control> toggles(Heard heard) {
        return Stream.of(Toggle.values())
                .filter(toggle -> toggle != Toggle.VOICE || heard.speech())
                .map(Control.ToggleOf::new);
    }

    private static Stream<Control> sounds(Heard heard) {
        return Stream.concat(
                heard.sound() ? acts(Act.QUIETER, Act.LOUDER) : Stream.empty(),
                heard.speech() ? acts(Act.READ) : Stream.empty());
    }

    private static Stream<Control> step(VisitState state) {
        return switch (state.phase()) {
            case Asking unused -> asking(state);
            case Finger unused -> asking(state);
            case Saving unused -> asking(state);
            case Choosing choosing -> choosing(state, choosing);
            case Writing writing -> writing(state, writing);
            case Reviewing unused -> withUndo(state, acts(Act.SEND, Act.CHANGE, Act.SKIP));
            case Thanking unused -> withUndo(state, Stream.empty());
            case TakenBack unused -> Stream.empty();
            case Sorry unused -> Stream.empty();
            case Playing unused -> withUndo(state, Stream.empty());
            case Sleeping unused -> Stream.empty();
            case PinAsked unused ->
                Stream.concat(
                        IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0).<Control>mapToObj(Control.Digit::new),
                        acts(Act.PIN_ERASE, Act.PIN_ENTER, Act.CLOSE));
            case StaffMenu menu -> staff(menu);
            case ButtonTest unused -> acts(Act.STAFF_BACK);
            case CarryingOut unused -> acts(Act.STAFF_BACK);
        };
    }

    private static Stream<Control> staff(StaffMenu menu) {
        return menu.ending()
                .map(end -> acts(end, Act.STAFF_BACK))
                .orElseGet(
                        () -> acts(Act.STAFF_BUTTONS, Act.STAFF_CARRY, Act.STAFF_RESTART, Act.STAFF_STOP, Act.CLOSE));
    }

    private static Stream<Control> asking(VisitState state) {
        Questionnaire asked = state.questionnaire();
        return Stream.of(faces(asked.questions().getFirst()), someLanguages(asked), acts(Act.COMFORT))
                .flatMap(it -> it);
    }

    /** The languages, or the most usual of them and the way to all. */
    private static Stream<Control> someLanguages(Questionnaire asked) {
        List<String> foot = footLanguages(asked);
        Stream<Control> more = foot.size() < asked.languages().size() ? acts(Act.LANGUAGES) : Stream.empty();
        return Stream.concat(languages(foot), more);
    }

    private static Stream<Control> choosing(VisitState state, Choosing choosing) {
        Question question = state.question();
        Stream<Control> options = switch (question.kind()) {
            case FACES -> faces(question);
            case CHOICE, CHOICES -> choices(1, choices(question));
            case SCALE -> choices(0, 10);
            case COMMENT -> throw new IllegalStateException("a comment is written, not chosen");
        };
        Act leave = choosing.chosen().isEmpty() ? Act.SKIP : Act.DONE;
        return withUndo(state, Stream.concat(options, acts(leave)));
    }

    private static Stream<Control> writing(VisitState state, Writing writing) {
        Stream<Control> keys = Keyboard.of(state.language(), writing.draft()).rows().stream()
                .flatMap(List::stream)
                .<Control>map(key -> new Control.Key(Keyboard.key(key, writing.draft())));
        return withUndo(
                state,
                Stream.of(
                                keys,
                                acts(Act.SHIFT, Act.SIGNS),
                                Stream.<Control>of(new Control.Key(" ")),
                                acts(Act.BACKSPACE, Act.SKIP, Act.SEND))
                        .flatMap(it -> it));
    }

    /** Every follow-up ends with what can be undone and the way to the comfort sheet. */
    private static Stream<Control> withUndo(VisitState state, Stream<Control> controls) {
        Stream<Control> undo = state.undo().isPresent() ? acts(Act.UNDO) : Stream.empty();
        Stream<Control> comfort = state.phase() instanceof Answering ? acts(Act.COMFORT) : Stream.empty();
        return Stream.of(controls, undo, comfort).flatMap(it -> it);
    }

    private static int choices(Question question) {
        return question.answers().map(it -> it.choices().size()).orElse(0);
    }

    private static Stream<Control> faces(Question question) {
        return IntStream.rangeClosed(1, question.faces().size()).mapToObj(Control.FaceOf::new);
    }

    private static Stream<Control> choices(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Control.ChoiceOf::new);
    }

    private static Stream<Control> languages(List<String> languages) {
        return languages.stream().map(Control.LanguageOf::new);
    }

    private static Stream<Control> acts(Act... acts) {
        return Stream.of(acts).map(Simple::new);
    }

    private Controls() {}
}

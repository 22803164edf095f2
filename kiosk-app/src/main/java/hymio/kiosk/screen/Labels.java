package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState;
import hymio.wire.Question;
import java.util.List;
import java.util.Locale;

/** What each control is called: the words on it, or for those who hear it where it is only drawn. */
final class Labels {
    static String of(VisitState state, Control control) {
        ScreenTexts texts = ScreenTexts.in(state.language());
        return switch (control) {
            case Control.FaceOf face -> face(state, face.option());
            case Control.ChoiceOf choice -> choice(state, choice.option());
            case Control.Key key -> key.text().equals(" ") ? texts.of("key.space") : key.text();
            case Control.Digit digit -> String.valueOf(digit.digit());
            case Control.LanguageOf language -> texts.nameOf(language.language());
            case Control.ToggleOf toggle -> texts.of("toggle." + word(toggle.toggle()));
            case Control.Simple simple -> texts.of("act." + act(state, simple.act()));
        };
    }

    /** The key that turned the keyboard to its signs turns it back; staff leave a menu, they do not close the app. */
    private static String act(VisitState state, Control.Act act) {
        boolean back = act == Control.Act.SIGNS
                && state.phase() instanceof VisitState.Writing writing
                && writing.draft().signs();
        boolean leave = act == Control.Act.CLOSE
                && state.phase() instanceof VisitState.StaffMenu
                && state.over().isEmpty();
        return back ? "letters" : leave ? "staff-leave" : word(act);
    }

    private static String face(VisitState state, int option) {
        Question asked = state.question();
        Question question =
                asked.faces().isEmpty() ? state.questionnaire().questions().getFirst() : asked;
        return option >= 1 && option <= question.faces().size()
                ? Wrap.plain(question.faces().get(option - 1).in(state.language()))
                : String.valueOf(option);
    }

    private static String choice(VisitState state, int option) {
        List<Question.Choice> choices =
                state.question().answers().map(Question.Answers::choices).orElse(List.of());
        return option >= 1 && option <= choices.size()
                ? choices.get(option - 1).text().in(state.language())
                : String.valueOf(option);
    }

    /** {@code STAFF_BUTTONS} is {@code staff-buttons} in the bundle. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Labels() {}
}

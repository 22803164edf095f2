package hymio.kiosk.screen;

import hymio.kiosk.visit.Comfort;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Question;
import hymio.wire.Texts;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;

/** What is said of one control: its name, and how it stands now. Pure. */
final class SpokenControls {
    /** A language is said in its own voice: whoever needs it may know no other. */
    static String language(VisitState state, Control control) {
        return control instanceof Control.LanguageOf offered ? offered.language() : state.language();
    }

    static String of(VisitState state, Control control) {
        ScreenTexts texts = ScreenTexts.in(language(state, control));
        String name = Labels.of(state, control);
        return switch (control) {
            case Control.FaceOf unused -> explained(state, name, texts);
            case Control.ChoiceOf choice -> choice(state, choice.option(), name, texts);
            case Control.Key key -> key(key.text(), name, texts);
            case Control.Digit unused -> ""; // a PIN is not for the hall
            case Control.LanguageOf it -> it.language().equals(state.language()) ? chosen(name, true, texts) : name;
            case Control.ToggleOf toggle -> switched(name, state.comfort().has(toggle.toggle()), texts);
            case Control.Simple simple -> simple(state, simple.act(), name, texts);
        };
    }

    /** A text of the bundle with its gaps filled; numbers stay digits, which each voice reads in its own language. */
    static String filled(ScreenTexts texts, String key, Object... gaps) {
        return MessageFormat.format(texts.of(key), gaps);
    }

    /** What the face means; on a terminal without a screen there is no sheet to promise. */
    private static String explained(VisitState state, String name, ScreenTexts texts) {
        if (!(state.over().orElse(null) instanceof Explaining explaining)) {
            return name;
        }
        String meaning = name + ". " + texts.of("explain.short");
        return explaining.help() ? meaning + " " + texts.of("explain.again") : meaning;
    }

    private static String choice(VisitState state, int option, String name, ScreenTexts texts) {
        return switch (state.question().kind()) {
            case SCALE ->
                end(state.question(), option)
                        .map(it -> name + ", " + in(state, it))
                        .orElse(name);
            case CHOICES ->
                chosen(name, state.phase() instanceof Choosing it && it.chosen().contains(option), texts);
            default -> name;
        };
    }

    /** What the first or the last number of a scale means. */
    static Optional<Texts> end(Question question, int option) {
        return switch (option) {
            case 0 -> question.answers().flatMap(Question.Answers::low);
            case 10 -> question.answers().flatMap(Question.Answers::high);
            default -> Optional.empty();
        };
    }

    private static String in(VisitState state, Texts said) {
        return said.in(state.language());
    }

    private static String chosen(String name, boolean chosen, ScreenTexts texts) {
        return name + ", " + texts.of(chosen ? "spoken.chosen" : "spoken.not-chosen");
    }

    private static String switched(String name, boolean on, ScreenTexts texts) {
        return name + ", " + texts.of(on ? "state.on" : "state.off");
    }

    /** @param text what a key of the screen or of a real keyboard types */
    private static String key(String text, String name, ScreenTexts texts) {
        int letter = text.codePointAt(0);
        if (Character.isUpperCase(letter)) {
            return filled(texts, "spoken.capital", name);
        }
        String key = signKey(letter);
        return texts.bundles().stream().anyMatch(bundle -> bundle.containsKey(key)) ? texts.of(key) : name;
    }

    /** A voice is silent at a lone comma: signs have words, under their names in Unicode. */
    static String signKey(int sign) {
        String name = String.valueOf(Character.getName(sign));
        return "sign." + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String simple(VisitState state, Control.Act act, String name, ScreenTexts texts) {
        return switch (act) {
            case SHIFT ->
                switched(name, state.phase() instanceof Writing it && it.draft().shift(), texts);
            case LOUDER, QUIETER -> filled(texts, "spoken.volume", name, level(state.comfort()));
            default -> name;
        };
    }

    /** 1 to 5, as people count. */
    private static String level(Comfort comfort) {
        return String.valueOf(comfort.louder() + Comfort.STEPS + 1);
    }

    private SpokenControls() {}
}

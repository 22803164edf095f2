package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Finger;
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
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a screen, or of one control of it, in the language shown. Pure. */
public final class SpokenTexts {
    /** @param about empty: the whole screen */
    public static String of(VisitState state, Optional<Control> about) {
        return about.map(control -> control(state, control)).orElseGet(() -> screen(state));
    }

    private static String control(VisitState state, Control control) {
        ScreenTexts texts = ScreenTexts.in(state.language());
        String label = Wrap.plain(Labels.of(state, control));
        if (state.over().orElse(null) instanceof Explaining) {
            return MessageFormat.format(texts.of("spoken.explain"), label);
        }
        return switch (control) {
            case Control.ToggleOf toggle ->
                label + ", " + texts.of(state.comfort().has(toggle.toggle()) ? "spoken.on" : "spoken.off");
            case Control.ChoiceOf choice
            when chosen(state, choice.option()) -> label + ", " + texts.of("spoken.chosen");
            default -> label;
        };
    }

    private static boolean chosen(VisitState state, int option) {
        return state.phase() instanceof Choosing choosing && choosing.chosen().contains(option);
    }

    private static String screen(VisitState state) {
        ScreenTexts texts = ScreenTexts.in(state.language());
        return state.over().map(over -> over(state, over, texts)).orElseGet(() -> step(state, texts));
    }

    private static String over(VisitState state, Over over, ScreenTexts texts) {
        return switch (over) {
            case ComfortSheet unused -> texts.of("spoken.comfort") + " " + texts.of("spoken.buttons");
            case LanguageSheet unused -> sentence(texts.of("act.languages")) + controls(state);
            case Explaining explaining -> control(state, explaining.about());
            case StillThere unused -> texts.of("spoken.still-there");
        };
    }

    private static String step(VisitState state, ScreenTexts texts) {
        return switch (state.phase()) {
            case Asking unused -> asked(state) + faces(state);
            case Finger unused -> asked(state);
            case Saving unused -> "";
            case Choosing unused -> asked(state) + controls(state) + " " + texts.of("spoken.buttons");
            case Writing writing -> writing(state, writing, texts);
            case Reviewing review -> texts.of("spoken.reviewing") + " " + review.masked();
            case Thanking unused -> thanks(state, texts);
            case TakenBack unused -> texts.of("taken-back");
            case Sorry unused -> sentence(texts.of("sorry")) + texts.of("sorry.detail");
            case Playing unused -> texts.of("playing");
            case Sleeping unused -> "";
            case PinAsked unused -> "";
            case StaffMenu unused -> "";
            case ButtonTest unused -> "";
        };
    }

    private static String thanks(VisitState state, ScreenTexts texts) {
        String thanks = sentence(texts.of("thanks")) + texts.of("thanks.detail");
        return state.undo().isPresent() ? thanks + " " + texts.of("spoken.undo") : thanks;
    }

    private static String writing(VisitState state, Writing writing, ScreenTexts texts) {
        String text = writing.draft().text();
        return text.isEmpty() ? asked(state) + texts.of("comment.no-names") : text;
    }

    private static String asked(VisitState state) {
        return sentence(Wrap.plain(state.question().text().in(state.language())));
    }

    private static String faces(VisitState state) {
        Question first = state.questionnaire().questions().getFirst();
        return first.faces().stream()
                        .map(word -> Wrap.plain(word.in(state.language())))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String controls(VisitState state) {
        Stream<Control> said = Controls.of(state).stream().filter(it -> !(it instanceof Control.Simple));
        List<String> words = said.map(it -> control(state, it)).toList();
        return String.join(", ", words) + ".";
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.?!؟]") ? text + " " : text + ". ";
    }

    private SpokenTexts() {}
}

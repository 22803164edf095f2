package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import hymio.kiosk.visit.MaskRule;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is said of a screen, or of one control of it. Pure.
 *
 * <p>Nothing is said by itself before the visitor asks for speech, and no digit of a PIN ever. What the visitor wrote
 * is said only to whoever switched speech on or pressed "read aloud": without it they could not know what they send.
 */
public final class SpokenTexts {
    /**
     * @param about empty: the whole screen
     * @return empty: there is nothing to say
     */
    public static String of(VisitState state, Optional<Control> about) {
        String said = about.map(control -> SpokenControls.of(state, control)).orElseGet(() -> screen(state));
        return Wrap.plain(said).strip();
    }

    /** The language of {@link #of}, such as {@code fi}: each language is offered in its own. */
    public static String language(VisitState state, Optional<Control> about) {
        return about.map(control -> SpokenControls.language(state, control)).orElse(state.language());
    }

    private static String screen(VisitState state) {
        ScreenTexts texts = ScreenTexts.in(state.language());
        return state.over().map(over -> over(state, over, texts)).orElseGet(() -> step(state, texts));
    }

    private static String over(VisitState state, Over over, ScreenTexts texts) {
        return switch (over) {
            case ComfortSheet unused -> sentence(texts.of("spoken.comfort")) + texts.of("spoken.buttons");
            case LanguageSheet unused -> sentence(texts.of("act.languages")) + texts.of("spoken.buttons");
            case Explaining explaining -> SpokenControls.of(state, explaining.about());
            case StillThere it ->
                SpokenControls.filled(texts, "spoken.still-there", seconds(it.fromMillis(), it.untilMillis()));
        };
    }

    private static String step(VisitState state, ScreenTexts texts) {
        return switch (state.phase()) {
            case Asking unused -> asked(state) + buttons(state, texts) + texts.anonymous();
            case Finger finger -> SpokenControls.of(state, new Control.FaceOf(finger.option()));
            case Choosing unused ->
                saved(state, texts) + asked(state) + answers(state, texts) + texts.of("spoken.buttons");
            case Writing writing -> saved(state, texts) + writing(state, writing, texts) + texts.of("spoken.buttons");
            case Reviewing review ->
                sentence(texts.of("spoken.reviewing") + " " + heard(review.masked(), texts))
                        + texts.of("spoken.buttons");
            case Thanking unused -> sentence(texts.thanks()) + sentence(texts.thanksDetail()) + undo(state, texts);
            case TakenBack unused -> texts.of("taken-back");
            case Sorry unused -> sentence(texts.sorry()) + texts.sorryDetail();
            case Playing unused -> sentence(texts.of("playing")) + undo(state, texts);
            case Saving unused -> "";
            case Sleeping unused -> "";
            case PinAsked unused -> "";
            case StaffMenu unused -> ""; // figures are for staff, not for the hall
            case ButtonTest unused -> "";
            case CarryingOut unused -> "";
        };
    }

    private static String saved(VisitState state, ScreenTexts texts) {
        return state.voted().isPresent() ? sentence(texts.of("saved")) : "";
    }

    private static String undo(VisitState state, ScreenTexts texts) {
        return state.undo()
                .map(it -> SpokenControls.filled(texts, "spoken.undo", seconds(it.fromMillis(), it.untilMillis())))
                .orElse("");
    }

    private static String seconds(long fromMillis, long untilMillis) {
        return String.valueOf((untilMillis - fromMillis) / 1_000);
    }

    private static String writing(VisitState state, Writing writing, ScreenTexts texts) {
        String text = writing.draft().text().strip();
        return text.isEmpty()
                ? asked(state) + sentence(texts.of("comment.no-names"))
                : sentence(texts.of("spoken.written") + " " + text);
    }

    private static String heard(String masked, ScreenTexts texts) {
        return masked.replace(MaskRule.MASK, texts.of("spoken.masked"));
    }

    private static String asked(VisitState state) {
        return sentence(state.question().text().in(state.language()));
    }

    /** What each physical button means: from the left, the best first. */
    private static String buttons(VisitState state, ScreenTexts texts) {
        int faces = state.questionnaire().questions().getFirst().faces().size();
        return IntStream.rangeClosed(1, faces)
                .mapToObj(option -> SpokenControls.filled(
                        texts,
                        "spoken.button",
                        String.valueOf(option),
                        SpokenControls.of(state, new Control.FaceOf(option))))
                .map(SpokenTexts::sentence)
                .collect(Collectors.joining());
    }

    private static String answers(VisitState state, ScreenTexts texts) {
        return switch (state.question().kind()) {
            case SCALE -> sentence(texts.of("spoken.scale")) + ends(state);
            case CHOICES -> sentence(texts.of("spoken.several")) + choices(state);
            default -> choices(state);
        };
    }

    private static String ends(VisitState state) {
        return IntStream.of(0, 10)
                .filter(option -> SpokenControls.end(state.question(), option).isPresent())
                .mapToObj(option -> SpokenControls.of(state, new Control.ChoiceOf(option)))
                .map(SpokenTexts::sentence)
                .collect(Collectors.joining());
    }

    private static String choices(VisitState state) {
        List<String> words = Controls.of(state).stream()
                .filter(it -> !(it instanceof Control.Simple))
                .map(it -> SpokenControls.of(state, it))
                .toList();
        return sentence(String.join("; ", words));
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.?!:؟]\\s*") ? text.strip() + " " : text.strip() + ". ";
    }

    private SpokenTexts() {}
}

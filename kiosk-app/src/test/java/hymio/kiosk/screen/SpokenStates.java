package hymio.kiosk.screen;

import hymio.kiosk.visit.Comfort;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Undo;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Question;
import hymio.wire.Question.Answers;
import hymio.wire.Question.Choice;
import hymio.wire.Question.Kind;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every screen that speaks, in any language offered, with questions of every kind. */
public final class SpokenStates {
    public static final List<String> LANGUAGES = Questionnaire.LANGUAGES;

    static final int CHOICES = 1;
    static final int SCALE = 2;
    static final int COMMENT = 3;

    private static final Questionnaire ASKED = new Questionnaire(
            "spoken",
            1,
            List.of(
                    new Question(
                            "service",
                            1,
                            asked("Miten asiointi sujui tänään?", "Hur gick det?", "How did your visit go today?"),
                            List.of(
                                    asked("Erin\u00ADomaisesti", "Utmärkt", "Very well"),
                                    asked("Hyvin", "Bra", "Well"),
                                    asked("Huonosti", "Dåligt", "Badly"),
                                    asked("Erittäin huonosti", "Mycket dåligt", "Very badly"))),
                    follow(
                            "reason",
                            asked("Mikä meni pieleen?", "Vad gick fel?", "What went wrong?"),
                            new Answers(
                                    Kind.CHOICES,
                                    List.of(
                                            choice("Jonotus", "Kö", "Queue"),
                                            choice("Henkilö\u00ADkunta", "Personal", "Staff")),
                                    Optional.empty(),
                                    Optional.empty())),
                    follow(
                            "recommend",
                            asked("Suosittelisitko meitä?", "Rekommenderar du oss?", "Would you recommend us?"),
                            new Answers(
                                    Kind.SCALE,
                                    List.of(),
                                    Optional.of(asked("en lainkaan", "inte alls", "not at all")),
                                    Optional.of(asked("mielelläni", "gärna", "gladly")))),
                    follow(
                            "comment",
                            asked("Mitä haluat kertoa?", "Vad vill du berätta?", "What shall we know?"),
                            new Answers(Kind.COMMENT, List.of(), Optional.empty(), Optional.empty()))));

    static VisitState state(String language, Phase phase) {
        return new VisitState(ASKED, language, phase);
    }

    /** All that can be said in a language: every screen, and every control of it. */
    public static List<String> texts(String language) {
        List<String> texts = new ArrayList<>();
        for (VisitState state : states(language).toList()) {
            said(texts, state, Optional.empty(), language);
            Controls.of(state).forEach(control -> said(texts, state, Optional.of(control), language));
        }
        return texts;
    }

    private static void said(List<String> texts, VisitState state, Optional<Control> about, String language) {
        String text = SpokenTexts.of(state, about);
        if (!text.isEmpty() && SpokenTexts.language(state, about).equals(language)) {
            texts.add(text);
        }
    }

    private static Stream<VisitState> states(String language) {
        Draft words = new Draft("Abc", false, false);
        Stream<Phase> phases = Stream.of(
                new Asking(),
                new VisitState.Finger(1),
                new Choosing(CHOICES, Set.of(1)),
                new Choosing(SCALE, Set.of()),
                new Writing(COMMENT, Draft.EMPTY),
                new Writing(COMMENT, words),
                new Writing(COMMENT, new Draft("Abc", false, true)),
                new VisitState.Reviewing(COMMENT, words, "•••"),
                new VisitState.Thanking(0),
                new VisitState.TakenBack(0),
                new VisitState.Sorry(0),
                new VisitState.Playing(4, 0));
        Stream<Over> overs = Stream.of(
                new VisitState.ComfortSheet(),
                new VisitState.LanguageSheet(),
                new VisitState.Explaining(new Control.FaceOf(3), 8_000),
                new VisitState.StillThere(0, 20_000));
        VisitState start = state(language, new Asking()).undo(Optional.of(new Undo(0, 5_000)));
        return Stream.concat(
                phases.map(start::phase),
                overs.map(over ->
                        start.comfort(new Comfort(true, false, true, true, 0)).over(Optional.of(over))));
    }

    private static Question follow(String id, Texts text, Answers answers) {
        return new Question(id, 1, text, List.of(), Optional.of(answers), Optional.empty());
    }

    private static Choice choice(String fi, String sv, String en) {
        return new Choice(asked(fi, sv, en), Optional.empty());
    }

    /** A town's own words; beyond the first three languages a stand-in for them. */
    private static Texts asked(String fi, String sv, String en) {
        Map<String, String> texts = new HashMap<>(Map.of("fi", fi, "sv", sv, "en", en));
        texts.put("fi-simple", "Selvä teksti");
        texts.put("se", "Muhtin teaksta");
        texts.put("ru", "Какой-то текст");
        texts.put("uk", "Якийсь текст");
        texts.put("ar", "نص ما");
        texts.put("so", "Qoraal kale");
        return new Texts(texts);
    }
}

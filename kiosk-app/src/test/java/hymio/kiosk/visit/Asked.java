package hymio.kiosk.visit;

import hymio.wire.Question;
import hymio.wire.Question.Answers;
import hymio.wire.Question.Choice;
import hymio.wire.Question.Kind;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Questionnaires for tests. */
final class Asked {
    /** Face 1 leads to a scale, 2 to faces, 3 to reasons and a comment, 4 to reasons, one choice and a comment. */
    static final Questionnaire EVERYTHING = questionnaire(
            "everything",
            faces("service", 4, List.of()),
            answered("again", Kind.SCALE, 0, List.of(1)),
            faces("clean", 5, List.of(2)),
            answered("why", Kind.CHOICES, 6, List.of(3, 4)),
            answered("who", Kind.CHOICE, 3, List.of(4)),
            answered("more", Kind.COMMENT, 0, List.of(3, 4)));

    /** A comment after every face. */
    static final Questionnaire COMMENT =
            questionnaire("comment", faces("service", 4, List.of()), answered("more", Kind.COMMENT, 0, List.of()));

    static Questionnaire questionnaire(String id, Question... questions) {
        return new Questionnaire(id, 1, List.of(questions));
    }

    /** The first question of {@link #EVERYTHING} alone, in these languages beside Finnish, Swedish and English. */
    static Questionnaire speaking(String... more) {
        return questionnaire(
                "speaking",
                new Question(
                        "service",
                        1,
                        texts(more),
                        Stream.generate(() -> texts(more)).limit(4).toList()));
    }

    static Question faces(String id, int count, List<Integer> after) {
        List<Texts> words = Stream.generate(() -> texts()).limit(count).toList();
        return new Question(id, 1, texts(), words, Optional.empty(), after(after));
    }

    static Question answered(String id, Kind kind, int choices, List<Integer> after) {
        List<Choice> all = Stream.generate(() -> new Choice(texts(), Optional.empty()))
                .limit(choices)
                .toList();
        Answers answers = new Answers(kind, all, Optional.empty(), Optional.empty());
        return new Question(id, 1, texts(), List.of(), Optional.of(answers), after(after));
    }

    private static Optional<List<Integer>> after(List<Integer> faces) {
        return faces.isEmpty() ? Optional.empty() : Optional.of(faces);
    }

    private static Texts texts(String... more) {
        Map<String, String> texts = new HashMap<>(Map.of("fi", "sana", "sv", "ord", "en", "word"));
        for (String language : more) {
            texts.put(language, "…");
        }
        return new Texts(texts);
    }

    private Asked() {}
}

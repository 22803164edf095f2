package hymio.simulation;

import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the simulated town asks: each version is worded anew, and the kinds of question change. */
final class Questions {
    static Questionnaire version(int version) {
        Question faces = new Question("service", version, text("service"), texts(version % 3 == 0 ? 5 : 4));
        return new Questionnaire(
                "town",
                version,
                switch (version % 4) {
                    case 1 -> List.of(faces, choosing("why", version, Question.Kind.CHOICE));
                    case 2 -> List.of(faces, choosing("what", version, Question.Kind.CHOICES), asked("more", version));
                    case 3 -> List.of(faces);
                    default -> List.of(faces, scale("again", version), asked("more", version));
                });
    }

    private static Question choosing(String id, int version, Question.Kind kind) {
        List<Question.Choice> choices = texts(4).stream()
                .map(it -> new Question.Choice(it, Optional.empty()))
                .toList();
        return answered(id, version, new Question.Answers(kind, choices, Optional.empty(), Optional.empty()));
    }

    private static Question scale(String id, int version) {
        return answered(
                id,
                version,
                new Question.Answers(
                        Question.Kind.SCALE, List.of(), Optional.of(text("low")), Optional.of(text("high"))));
    }

    private static Question asked(String id, int version) {
        return answered(
                id,
                version,
                new Question.Answers(Question.Kind.COMMENT, List.of(), Optional.empty(), Optional.empty()));
    }

    private static Question answered(String id, int version, Question.Answers answers) {
        return new Question(id, version, text(id), List.of(), Optional.of(answers), Optional.of(List.of(2, 3, 4)));
    }

    private static List<Texts> texts(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(it -> text("option " + it)).toList();
    }

    private static Texts text(String word) {
        return Texts.of(word, word, word);
    }

    private Questions() {}
}

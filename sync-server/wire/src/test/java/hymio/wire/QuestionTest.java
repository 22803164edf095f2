package hymio.wire;

import static hymio.wire.Samples.TEXT;
import static hymio.wire.Samples.assertRefused;
import static hymio.wire.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.wire.Question.Answers;
import hymio.wire.Question.Choice;
import hymio.wire.Question.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static final List<Texts> FOUR = Collections.nCopies(4, TEXT);
    private static final Question FIRST = new Question("first", 1, TEXT, FOUR);

    private static List<Choice> choices(int count) {
        return Collections.nCopies(count, new Choice(TEXT, Optional.of("staff")));
    }

    private static Answers answers(Kind kind) {
        boolean choosing = kind == Kind.CHOICE || kind == Kind.CHOICES;
        return new Answers(kind, choosing ? choices(3) : List.of(), Optional.empty(), Optional.empty());
    }

    private static Question asking(Kind kind) {
        return new Question("more", 1, TEXT, List.of(), Optional.of(answers(kind)), Optional.empty());
    }

    private static void refused(Runnable made, String reason) {
        assertThatThrownBy(made::run).isInstanceOf(BadValueException.class).hasMessageStartingWith(reason);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "FACES", mode = EnumSource.Mode.EXCLUDE)
    void everyKindIsAWordInSmallLettersAndReadsBackEqual(Kind kind) {
        Question question = asking(kind);
        assertThat(question.kind()).isEqualTo(kind);
        assertThat(json(question)).contains("\"kind\":\"" + kind.name().toLowerCase(java.util.Locale.ROOT) + "\"");
        assertThat(Samples.read(json(question), Question.class)).isEqualTo(question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"grid\"", "\"CHOICE\"", "\"\"", "1", "null", "[]"})
    void unknownKindIsNamed(String kind) {
        String broken = json(asking(Kind.CHOICE)).replace("\"choice\"", kind);
        assertRefused(
                broken,
                Question.class,
                kind.startsWith("\"") && kind.length() > 2
                        ? "answers.kind must be one of faces, choice, choices, scale, comment"
                        : "");
    }

    @Test
    void facesAndOtherAnswersExcludeEachOther() {
        assertThat(FIRST.kind()).isEqualTo(Kind.FACES);
        refused(() -> new Question("q", 1, TEXT, Collections.nCopies(3, TEXT)), "faces (count) must be from 4 to 5");
        refused(() -> new Question("q", 1, TEXT, Collections.nCopies(6, TEXT)), "faces (count) must be from 4 to 5");
        Optional<Answers> scale = Optional.of(answers(Kind.SCALE));
        refused(() -> new Question("q", 1, TEXT, FOUR, scale, Optional.empty()), "faces (count) must be from 0 to 0");
        refused(() -> answers(Kind.FACES), "kind must not be faces");
    }

    @Test
    void onlyChoosingHasChoicesTwoToSix() {
        for (Kind kind : List.of(Kind.CHOICE, Kind.CHOICES)) {
            for (int count : new int[] {0, 1, 7}) {
                refused(
                        () -> new Answers(kind, choices(count), Optional.empty(), Optional.empty()),
                        "choices (count) must be from 2 to 6");
            }
            assertThat(new Answers(kind, choices(6), Optional.empty(), Optional.empty()).choices())
                    .hasSize(6);
        }
        for (Kind kind : List.of(Kind.SCALE, Kind.COMMENT)) {
            refused(
                    () -> new Answers(kind, choices(2), Optional.empty(), Optional.empty()),
                    "choices (count) must be from 0 to 0");
        }
    }

    @Test
    void onlyAScaleHasEnds() {
        Optional<Texts> end = Optional.of(TEXT);
        Answers scale = new Answers(Kind.SCALE, List.of(), end, end);
        assertThat(Samples.read(json(scale), Answers.class)).isEqualTo(scale);
        refused(() -> new Answers(Kind.COMMENT, List.of(), end, Optional.empty()), "low and high belong to a scale");
        refused(() -> new Answers(Kind.CHOICE, choices(2), Optional.empty(), end), "low and high belong to a scale");
    }

    @Test
    void iconIsAWordAndMayBeAbsent() {
        assertThat(json(new Choice(TEXT, Optional.empty()))).doesNotContain("icon");
        assertRefused(
                json(new Choice(TEXT, Optional.of("staff"))).replace("staff", "../x"), Choice.class, "icon must be");
    }

    @Test
    void followUpIsAskedAfterTheOptionsNamedOrAll() {
        assertThat(IntStream.rangeClosed(1, 5).allMatch(asking(Kind.COMMENT)::follows))
                .isTrue();
        Question after = new Question(
                "more", 1, TEXT, List.of(), Optional.of(answers(Kind.COMMENT)), Optional.of(List.of(3, 4)));
        assertThat(IntStream.rangeClosed(1, 5).filter(after::follows)).containsExactly(3, 4);
        assertThat(Samples.read(json(after), Question.class)).isEqualTo(after);
        String json = json(after);
        assertRefused(json.replace("[3,4]", "[]"), Question.class, "after (count) must be from 1 to 5");
        assertRefused(json.replace("[3,4]", "[1,2,3,4,5,5]"), Question.class, "after (count) must be from 1 to 5");
        assertRefused(json.replace("[3,4]", "[0]"), Question.class, "after must be from 1 to 5, not 0");
        assertRefused(json.replace("[3,4]", "[6]"), Question.class, "after must be from 1 to 5, not 6");
        assertRefused(json.replace("[3,4]", "[1.5]"), Question.class, "");
        assertRefused(json.replace("[3,4]", "[null]"), Question.class, "");
        assertRefused(json.replace("[3,4]", "3"), Question.class, "");
    }

    @Test
    void questionnaireBeginsWithFacesThatAreAlwaysAsked() {
        refused(() -> new Questionnaire("q", 1, List.of(asking(Kind.SCALE))), "questions[0] must be answered by faces");
        Question after = new Question("first", 1, TEXT, FOUR, Optional.empty(), Optional.of(List.of(1)));
        refused(() -> new Questionnaire("q", 1, List.of(after)), "questions[0] must be answered by faces and always");
        refused(() -> new Questionnaire("q", 1, List.of(FIRST, FIRST)), "questions must not ask first twice");
        refused(() -> new Questionnaire("q", 1, List.of()), "questions (count) must be from 1 to 10");
    }

    @Test
    void languageIsOfferedOnlyWhenEveryTextHasIt() {
        Texts sami = new Texts(Map.of("fi", "a", "sv", "b", "en", "c", "se", "d", "ar", "e"));
        Question first = new Question("first", 1, sami, Collections.nCopies(5, sami));
        assertThat(new Questionnaire("q", 1, List.of(first)).languages()).containsExactly("fi", "sv", "en", "se", "ar");
        Answers scale = new Answers(Kind.SCALE, List.of(), Optional.of(sami), Optional.of(TEXT));
        Question more = new Question("more", 1, sami, List.of(), Optional.of(scale), Optional.empty());
        assertThat(new Questionnaire("q", 1, List.of(first, more)).languages()).containsExactly("fi", "sv", "en");
    }
}

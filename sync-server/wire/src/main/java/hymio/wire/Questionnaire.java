package hymio.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a terminal asks. Published once, never changed.
 *
 * @param id name through its versions
 * @param version 1, 2, 3 …
 * @param questions in the order asked; the first by faces, the others as its answer says
 */
public record Questionnaire(String id, int version, List<Question> questions) {
    /** Asked until a server says otherwise, so that a terminal works from its first boot without a network. */
    public static final Questionnaire BUILT_IN = new Questionnaire(
            "built-in",
            2,
            List.of(new Question(
                    "service",
                    1,
                    texts(
                            "Miten asiointi sujui tänään?",
                            "Miten asiasi hoitui tänään?",
                            "Hur gick ditt ärende i dag?",
                            "How did your visit go today?"),
                    List.of(
                            texts("Erin\u00ADomaisesti", "Todella hyvin", "Utmärkt", "Very well"),
                            texts("Hyvin", "Hyvin", "Bra", "Well"),
                            texts("Huonosti", "Huonosti", "Dåligt", "Badly"),
                            texts("Erittäin huonosti", "Todella huonosti", "Mycket dåligt", "Very badly")))));

    /** What terminals can speak to a visitor, in the order offered. */
    public static final List<String> LANGUAGES = List.of("fi", "fi-simple", "sv", "en", "se", "ru", "uk", "ar", "so");

    public Questionnaire {
        Check.id("id", id);
        Check.range("version", version, 1, 999_999);
        questions = List.copyOf(questions);
        Check.range("questions (count)", questions.size(), 1, Limits.QUESTIONS);
        if (questions.getFirst().kind() != Question.Kind.FACES
                || questions.getFirst().after().isPresent()) {
            throw new BadValueException("questions[0]", "must be answered by faces and always asked");
        }
        Set<String> seen = new HashSet<>();
        for (Question question : questions) {
            if (!seen.add(question.id())) {
                throw new BadValueException("questions", "must not ask " + question.id() + " twice");
            }
        }
    }

    public String key() {
        return id + "@" + version;
    }

    /** The languages that every text here has: Finnish, Swedish and English first, plain Finnish beside Finnish. */
    public List<String> languages() {
        List<String> found = new ArrayList<>(LANGUAGES);
        questions.stream()
                .flatMap(Questionnaire::texts)
                .forEach(texts -> found.removeIf(language -> !texts.byLanguage().containsKey(language)));
        return List.copyOf(found);
    }

    private static Texts texts(String fi, String simple, String sv, String en) {
        return new Texts(Map.of("fi", fi, "fi-simple", simple, "sv", sv, "en", en));
    }

    private static Stream<Texts> texts(Question question) {
        Stream<Texts> answers = question.answers().stream()
                .flatMap(it -> Stream.of(
                                it.choices().stream().map(Question.Choice::text), it.low().stream(), it.high().stream())
                        .flatMap(texts -> texts));
        return Stream.of(Stream.of(question.text()), question.faces().stream(), answers)
                .flatMap(texts -> texts);
    }
}

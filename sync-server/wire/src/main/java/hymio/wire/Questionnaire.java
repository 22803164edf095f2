package hymio.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a terminal asks. Published once, never changed.
 *
 * @param id name through its versions
 * @param version 1, 2, 3 …
 * @param questions in the order asked; the terminal of wire version 1 asks the first
 */
public record Questionnaire(String id, int version, List<Question> questions) {
    /** Asked until a server says otherwise, so that a terminal works from its first boot without a network. */
    public static final Questionnaire BUILT_IN = new Questionnaire(
            "built-in",
            1,
            List.of(new Question(
                    "service",
                    1,
                    Texts.of(
                            "Miten asiointi sujui tänään?",
                            "Hur gick ditt ärende i dag?",
                            "How did your visit go today?"),
                    List.of(
                            Texts.of("Erin\u00ADomaisesti", "Utmärkt", "Very well"),
                            Texts.of("Hyvin", "Bra", "Well"),
                            Texts.of("Huonosti", "Dåligt", "Badly"),
                            Texts.of("Erittäin huonosti", "Mycket dåligt", "Very badly")))));

    public Questionnaire {
        Check.id("id", id);
        Check.range("version", version, 1, 999_999);
        questions = List.copyOf(questions);
        Check.range("questions (count)", questions.size(), 1, Limits.QUESTIONS);
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
}

package hymio.server.tally;

import hymio.wire.Question;
import hymio.wire.Question.Kind;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which options a question has.
 *
 * @param options how many
 */
public record Scale(Kind kind, int options) {
    /** Numbers from 0 to 10. */
    private static final int NUMBERS = 11;

    public static Scale of(Question question) {
        int options = switch (question.kind()) {
            case FACES -> question.faces().size();
            case CHOICE, CHOICES -> question.answers().orElseThrow().choices().size();
            case SCALE -> NUMBERS;
            case COMMENT -> 1;
        };
        return new Scale(question.kind(), options);
    }

    public static Scale of(String word, int options) {
        return new Scale(Kind.valueOf(word.toUpperCase(Locale.ROOT)), options);
    }

    /** The kind as the wire and the database call it. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public boolean isFaces() {
        return kind == Kind.FACES;
    }

    /** The number of each option: from 1, but from 0 where 0 is an answer. */
    public IntStream numbers() {
        int first = kind == Kind.SCALE || kind == Kind.COMMENT ? 0 : 1;
        return IntStream.range(first, first + options);
    }
}

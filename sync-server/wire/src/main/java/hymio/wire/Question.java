package hymio.wire;

import java.util.List;
import java.util.Optional;

/**
 * One question. Its {@link #key()} names a series of figures: a reworded question gets a new version.
 *
 * @param id name of the question through its versions
 * @param version 1, 2, 3 …
 * @param text the question
 * @param faces word under each face, best first: four or five of them; none when {@code answers} says otherwise
 * @param answers how it is answered when not by a face
 * @param after the options of the first question that lead to this one; absent: all of them
 */
public record Question(
        String id,
        int version,
        Texts text,
        List<Texts> faces,
        Optional<Answers> answers,
        Optional<List<Integer>> after) {
    public Question {
        Check.id("id", id);
        Check.range("version", version, 1, 999_999);
        faces = List.copyOf(faces);
        if (answers.isPresent()) {
            Check.range("faces (count)", faces.size(), 0, 0);
        } else {
            Check.range("faces (count)", faces.size(), 4, 5);
        }
        after = after.map(List::copyOf);
        after.ifPresent(options -> {
            Check.range("after (count)", options.size(), 1, 5);
            options.forEach(option -> Check.range("after", option, 1, 5));
        });
    }

    /** A question that is answered by a face and always asked. */
    public Question(String id, int version, Texts text, List<Texts> faces) {
        this(id, version, text, faces, Optional.empty(), Optional.empty());
    }

    public String key() {
        return id + "@" + version;
    }

    public Kind kind() {
        return answers.map(Answers::kind).orElse(Kind.FACES);
    }

    /** Whether it is asked after this option of the first question. */
    public boolean follows(int option) {
        return after.map(options -> options.contains(option)).orElse(true);
    }

    /** How a question is answered. */
    public enum Kind {
        /** Four or five faces; options 1 (best) to 4 or 5. */
        FACES,
        /** One of the choices; options from 1. */
        CHOICE,
        /** Any of the choices, each a response of its own; options from 1. */
        CHOICES,
        /** A number from 0 to 10, which is the option. */
        SCALE,
        /** Free text; the option is 0. */
        COMMENT
    }

    /**
     * An answer that is no face.
     *
     * @param kind not {@link Kind#FACES}
     * @param choices two to six of them, of {@code CHOICE} and {@code CHOICES} only
     * @param low what 0 means, of {@code SCALE} only
     * @param high what 10 means, of {@code SCALE} only
     */
    public record Answers(Kind kind, List<Choice> choices, Optional<Texts> low, Optional<Texts> high) {
        public Answers {
            choices = List.copyOf(choices);
            boolean choosing = kind == Kind.CHOICE || kind == Kind.CHOICES;
            if (kind == Kind.FACES) {
                throw new BadValueException("kind", "must not be faces: leave answers out and name the faces");
            }
            Check.range("choices (count)", choices.size(), choosing ? 2 : 0, choosing ? Limits.CHOICES : 0);
            if (kind != Kind.SCALE && (low.isPresent() || high.isPresent())) {
                throw new BadValueException("low", "and high belong to a scale only");
            }
        }
    }

    /**
     * @param text what it says
     * @param icon a word such as {@code staff}; an icon that the terminal does not know is not drawn
     */
    public record Choice(Texts text, Optional<String> icon) {
        public Choice {
            icon.ifPresent(word -> Check.id("icon", word));
        }
    }
}

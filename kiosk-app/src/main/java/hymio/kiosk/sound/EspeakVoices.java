package hymio.kiosk.sound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The voices an espeak-ng has, and which of them speaks a language of ours. Of those we offer, Debian's has all but
 * Somali; for Northern Sámi ({@code se}) it has none of its own and the nearest, Lule Sámi ({@code smj}), reads it. A
 * newer one that has them is used by itself.
 *
 * @param names languages of its voices, in its own words
 */
record EspeakVoices(Set<String> names) {
    static final EspeakVoices NONE = new EspeakVoices(Set.of());

    private static final Map<String, String> NEAREST = Map.of("en", "en-gb", "se", "smj");
    private static final int WORDS_PER_MINUTE = 150;
    private static final int SIMPLE_WORDS_PER_MINUTE = 120;
    private static final String SIMPLE = "-simple";

    EspeakVoices {
        names = Set.copyOf(names);
    }

    /** @param list what {@code espeak-ng --voices} prints: a heading, then lines with the language second */
    static EspeakVoices parse(String list) {
        return new EspeakVoices(list.lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 1)
                .map(columns -> columns[1])
                .collect(Collectors.toSet()));
    }

    /** How a language is spoken; empty when it cannot be. */
    Optional<Manner> of(String language) {
        String base = language.replaceFirst("-.*", "");
        int speed = language.endsWith(SIMPLE) ? SIMPLE_WORDS_PER_MINUTE : WORDS_PER_MINUTE;
        return Stream.concat(Stream.of(language, base), Stream.ofNullable(NEAREST.get(base)))
                .filter(names::contains)
                .findFirst()
                .map(name -> new Manner(name, speed));
    }

    /** @param voice one of {@link #names}, so nothing else reaches the command line */
    record Manner(String voice, int wordsPerMinute) {
        List<String> options() {
            return List.of("-v", voice, "-s", Integer.toString(wordsPerMinute));
        }
    }
}

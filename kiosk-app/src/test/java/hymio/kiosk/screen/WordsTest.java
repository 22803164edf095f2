package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Questionnaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each language's own file says, without what it would borrow from another. */
class WordsTest {
    /** All that a terminal says is in these. */
    static final List<String> COMPLETE = List.of("fi-simple", "sv", "en");

    /** All that a visitor meets is in these; staff read Finnish where these fall silent. */
    static final List<String> VISITORS = List.of("se", "ru", "uk", "ar", "so");

    static final List<String> ALL = Questionnaire.LANGUAGES;

    /** Every other key is a visitor's. */
    private static final Pattern STAFF = Pattern.compile("(act\\.)?(staff|pin)[.-].*");
    /** A language calls itself the same in every language, so Finnish says it for all. */
    private static final Pattern NAMES = Pattern.compile("language\\..*");

    private static final Properties FINNISH = own("fi");

    @ParameterizedTest
    @FieldSource("COMPLETE")
    void completeLanguagesSayEverything(String language) {
        assertThat(own(language).stringPropertyNames()).isEqualTo(FINNISH.stringPropertyNames());
    }

    @ParameterizedTest
    @FieldSource("VISITORS")
    void otherLanguagesSayAllThatAVisitorMeets(String language) {
        Set<String> wanted = FINNISH.stringPropertyNames().stream()
                .filter(key -> !STAFF.matcher(key).matches())
                .filter(key -> !NAMES.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(own(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void textsHaveTheGapsOfTheFinnishOnes(String language) {
        Properties texts = own(language);
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(gaps(texts.getProperty(key))).as(key).isEqualTo(gaps(FINNISH.getProperty(key))));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void textsAreCalmAndWhole(String language) {
        assertThat(own(language).values())
                .extracting(String::valueOf)
                .allSatisfy(text -> assertThat(text)
                        .isNotBlank()
                        .doesNotContain(
                                "!", "…", "...", "  ", "'") // a straight apostrophe would end a gap of MessageFormat
                        .doesNotEndWith(" "));
    }

    @Test
    void plainFinnishIsPlainerThanFinnish() {
        Properties plain = own("fi-simple");
        List<String> hard = List.of(
                "anonymous",
                "sorry",
                "sorry.detail",
                "act.skip",
                "act.undo",
                "comment.no-names",
                "explain.short",
                "spoken.still-there",
                "spoken.undo");
        assertThat(hard).allSatisfy(key -> {
            assertThat(plain.getProperty(key)).as(key).isNotEqualTo(FINNISH.getProperty(key));
            assertThat(plain.getProperty(key).split("[.?:] ?"))
                    .as(key)
                    .allSatisfy(
                            sentence -> assertThat(sentence.strip().split(" ")).hasSizeLessThanOrEqualTo(8));
        });
    }

    private static List<String> gaps(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties own(String language) {
        String file = "messages_" + language.replace('-', '_') + ".properties";
        try (InputStream in = ScreenTexts.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

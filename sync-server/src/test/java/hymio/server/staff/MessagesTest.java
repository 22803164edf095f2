package hymio.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.signin.SignInMessage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/hymio/server/staff");
    private static final Pattern USED =
            Pattern.compile("\\bt\\(\"([a-z0-9.-]+)\"[,)]|\\? words\\.t\\(\"([a-z0-9.-]+)\"");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsThereInEveryLanguage(Language language) throws IOException {
        assertThat(bundle(language).stringPropertyNames())
                .isEqualTo(bundle(Language.FI).stringPropertyNames());
        bundle(language)
                .forEach((key, text) ->
                        assertThat(text.toString()).as(key.toString()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextCanBeFilledIn(Language language) throws IOException {
        Words words = new Words(language);
        for (String key : bundle(language).stringPropertyNames()) {
            if (key.matches("(date|name|mark)\\..*|date|time")) {
                assertThat(words.date(key, LocalDateTime.parse("2026-11-21T15:40")))
                        .isNotBlank();
            } else {
                for (long count : new long[] {0, 1, 2}) {
                    assertThat(words.t(key, count, count, count)).as(key).doesNotContain("{", "!");
                }
            }
        }
    }

    @Test
    void everyTextThatIsUsedIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String folder : new String[] {"src/main/jte", "src/main/java/hymio/server/staff"}) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    for (Matcher it = USED.matcher(Files.readString(file)); it.find(); ) {
                        used.add(it.group(1) == null ? it.group(2) : it.group(1));
                    }
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(bundle(Language.FI).stringPropertyNames()).containsAll(used);
        for (SignInMessage message : SignInMessage.values()) {
            assertThat(bundle(Language.FI).stringPropertyNames()).contains(message.key());
        }
    }

    private static Properties bundle(Language language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLES.resolve("messages_" + language.tag() + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }
}

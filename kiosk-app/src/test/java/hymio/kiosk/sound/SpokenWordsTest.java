package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.screen.SpokenStates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's espeak-ng has sounds for all that a terminal says; what it makes of them only a person can judge. */
class SpokenWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fi", "fi-simple", "sv", "en", "se", "ru", "uk", "ar"})
    void everyTextHasSounds(String language) throws Exception {
        List<String> texts = SpokenStates.texts(language).stream()
                .distinct()
                .map(SpokenText::of)
                .map(text -> text.replaceAll("[.,:;?؟،]+(\\s|$)", " ").strip())
                .toList();

        assertThat(texts)
                .hasSizeGreaterThan(60)
                .allSatisfy(text -> assertThat(text).isNotEmpty());
        assertThat(sounds(language, texts))
                .hasSizeGreaterThanOrEqualTo(texts.size())
                .allSatisfy(sound -> assertThat(sound).isNotBlank());
    }

    @Test
    void aSignAloneHasNoSoundWhichIsWhyItHasAName() throws Exception {
        assertThat(sounds("fi", List.of("pilkku", ",", "piste")))
                .filteredOn(String::isBlank)
                .hasSize(1);
    }

    /** espeak-ng's phonemes: a line for each paragraph, more for a long one, and an empty one for silence. */
    private static List<String> sounds(String language, List<String> paragraphs) throws Exception {
        EspeakVoices voices = EspeakVoices.parse(run(List.of("--voices"), ""));
        List<String> command = new ArrayList<>(List.of("-q", "-x", "-b", "1", "--stdin"));
        command.addAll(voices.of(language).orElseThrow().options());
        return run(command, String.join("\n\n", paragraphs)).lines().collect(Collectors.toList());
    }

    private static String run(List<String> options, String input) throws Exception {
        List<String> command = new ArrayList<>(SpeakerSettings.DEBIAN.voice());
        command.addAll(options);
        Process espeak = new ProcessBuilder(command).start();
        Thread.ofVirtual().start(() -> give(espeak, input));
        String output = new String(espeak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(espeak.waitFor()).isZero();
        return output;
    }

    private static void give(Process espeak, String input) {
        try (var in = espeak.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's espeak-ng and aplay, heard as files: build machines have no sound card. */
class SpeakerTest {
    private static final List<String> ESPEAK = SpeakerSettings.DEBIAN.voice();
    private static final Map<String, String> TEXTS = Map.of(
            "fi", "Kiitos palautteesta.",
            "fi-simple", "Kiitos palautteesta.",
            "sv", "Tack för din respons.",
            "en", "Thank you for your feedback.",
            "se", "Giitu máhcahagas.",
            "ru", "Спасибо за отзыв.",
            "uk", "Дякуємо за відгук.",
            "ar", "شكرا على ملاحظاتك.");

    @TempDir
    private Path folder;

    private Speaker speaker = Speaker.none();

    @AfterEach
    void close() {
        speaker.close();
        assertThat(Hearing.programs()).as("programs left running").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "fi-simple", "sv", "en", "se", "ru", "uk", "ar"})
    void languageOfferedIsHeard(String language) {
        Hearing hearing = open(ESPEAK);
        Hearing.await("voices", () -> speaker.voice().speaks(language));

        speaker.voice().say(TEXTS.get(language), language, 100);

        Wav speech = hearing.heard(1);
        assertThat(speech.seconds()).isBetween(0.7, 5.0);
        assertThat(speech.rms()).isGreaterThan(1_500);
        assertThat(speech.peak()).as("not clipped").isLessThan(Short.MAX_VALUE);
    }

    @Test
    void somaliHasNoVoiceAndOnlyEndsWhatIsSaid() {
        Hearing hearing = open(ESPEAK);
        Hearing.await("voices", () -> speaker.voice().speaks("fi"));

        assertThat(speaker.voice().speaks("so")).isFalse();
        speaker.voice().say("Mahadsanid.", "so", 100);
        speaker.voice().say("Hei.", "fi", 100);

        hearing.heard(1);
        assertThat(hearing.heard()).hasSize(1);
        assertThat(speaker.voice().problem()).isEmpty();
    }

    @Test
    void speechAskedForBeforeTheVoicesAreKnownIsHeard() {
        Hearing hearing = open(ESPEAK);

        speaker.voice().say("Hei.", "fi", 100);

        assertThat(hearing.heard(1).rms()).isGreaterThan(500);
    }

    @Test
    void halfTheVolumeIsAboutTwelveDecibelsLess() {
        Hearing hearing = open(ESPEAK);
        speaker.voice().say(TEXTS.get("fi"), "fi", 100);
        double full = hearing.heard(1).rms();

        speaker.voice().say(TEXTS.get("fi"), "fi", 50);

        assertThat(20 * Math.log10(full / hearing.heard(2).rms())).isBetween(10.0, 14.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Hyvä\" – ’vai’ «huono»? $(touch x) `id`; rm",
                "-v en --stdout -w /dev/full",
                "<speak>Hei <break time=\"60s\"/> <audio src=\"/etc/hostname\"/> moi</speak>",
                "\u0001100P Hei \u0000 [[h@l'oU]]",
                "Hyvä 😀👍🏽 \ud83d päivä",
                "%s%n%x"
            })
    void strangeTextIsOnlyText(String text) {
        Hearing hearing = open(ESPEAK);

        speaker.voice().say(text, "fi", 100);

        assertThat(hearing.heard(1).seconds()).isBetween(0.3, 20.0);
        assertThat(speaker.voice().problem()).isEmpty();
    }

    @Test
    void tenThousandCharactersAreSaidToALastSentence() {
        Hearing hearing = open(ESPEAK);

        speaker.voice().say("Tämä lause on aina sama. ".repeat(400), "fi", 100);

        assertThat(hearing.heard(1).seconds()).isBetween(50.0, 130.0);
    }

    @Test
    void newTextEndsTheOldOneAndIsHeard() {
        Hearing hearing = new Hearing(folder);
        open(ESPEAK, hearing.slowPlayer());
        speaker.voice().say("Ensimmäinen.", "fi", 100);
        hearing.heard(1);

        long began = System.nanoTime();
        speaker.voice().say("Toinen.", "fi", 100);
        hearing.heard(2);

        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
        speaker.voice().silence();
        Hearing.await("silence", () -> Hearing.programs() == 0);
        assertThat(speaker.voice().problem()).isEmpty();
        assertThat(speaker.sounds().problem()).isEmpty();
    }

    @Test
    void soundIsHeardAtOnceThoughSomethingIsSaid() {
        Hearing hearing = new Hearing(folder);
        open(ESPEAK, hearing.slowPlayer());
        speaker.voice().say("Pitkä puhe.", "fi", 100);
        hearing.heard(1);

        speaker.sounds().play(Sound.PRESSED, 100);

        assertThat(hearing.heard(2).seconds()).isBetween(0.17, 0.19);
    }

    @Test
    void volumeOfNothingIsSilence() {
        Hearing hearing = open(ESPEAK);
        speaker.voice().say("Hei.", "fi", 0);
        speaker.sounds().play(Sound.WARNING, 0);

        speaker.sounds().play(Sound.PRESSED, 100);

        hearing.heard(1);
        assertThat(hearing.heard()).hasSize(1);
    }

    @Test
    void aplayPlaysSpeechAndSounds() throws Exception {
        Path out = folder.resolve("alsa.wav");
        open(ESPEAK, List.of("aplay", "-q", "-D", "file:'" + out + "',wav"));

        speaker.voice().say("Kiitos palautteesta.", "fi", 100);
        Hearing.await("speech", () -> seconds(out) > 0.7);
        speaker.voice().silence();
        Hearing.await("end of speech", () -> Hearing.programs() == 0);
        Files.delete(out);
        speaker.sounds().play(Sound.WARNING, 100);

        Hearing.await("sound", () -> seconds(out) > 0.8);
        assertThat(speaker.sounds().problem()).isEmpty();
        assertThat(speaker.voice().problem()).isEmpty();
    }

    @Test
    void noSoundCardIsKnownBeforeTheFirstSoundAndHarmsNothing() {
        open(ESPEAK, List.of("aplay", "-q", "-D", "hw:CARD=none"));

        Hearing.await("sound-absent", () -> speaker.sounds().problem().isPresent());

        assertThat(speaker.sounds().problem()).contains("sound-absent");
        Hearing.await("voices", () -> speaker.voice().speaks("fi"));
        for (int i = 0; i < 1_000; i++) {
            speaker.sounds().play(Sound.PRESSED, 100);
            speaker.voice().say("Hei.", "fi", 100);
        }
        assertThat(speaker.voice().problem()).isEmpty();
    }

    @Test
    void thousandPressesWithoutASoundCardStartFewPrograms() throws Exception {
        Path tries = folder.resolve("tries");
        open(ESPEAK, List.of("sh", "-c", "echo try >> \"$0\"; exit 1", tries.toString()));

        Hearing.await("sound-absent", () -> speaker.sounds().problem().isPresent());
        for (int i = 0; i < 1_000; i++) {
            speaker.sounds().play(Sound.PRESSED, 100);
            speaker.voice().say("Hei.", "fi", 100);
        }

        speaker.close();
        assertThat(Files.readAllLines(tries)).hasSizeBetween(1, 2);
    }

    @Test
    void missingPlayerIsSoundAbsent() {
        open(ESPEAK, List.of("hymio-no-such-player"));

        Hearing.await("sound-absent", () -> speaker.sounds().problem().isPresent());

        assertThat(speaker.sounds().problem()).contains("sound-absent");
    }

    @Test
    void missingVoiceIsSpeechAbsentAndSoundsAreHeard() {
        Hearing hearing = open(List.of("hymio-no-such-voice"));
        Hearing.await("speech-absent", () -> speaker.voice().problem().isPresent());

        speaker.voice().say("Hei.", "fi", 100);
        speaker.sounds().play(Sound.PRESSED, 100);

        hearing.heard(1);
        assertThat(speaker.voice().problem()).contains("speech-absent");
        assertThat(speaker.voice().speaks("fi")).isFalse();
        assertThat(speaker.sounds().problem()).isEmpty();
    }

    @Test
    void failingVoiceIsSpeechFaultAndNotThePlayersFault() throws Exception {
        open(voice("exit 3"), List.of("aplay", "-q", "-D", "null"));

        speaker.voice().say("Hei.", "fi", 100);

        Hearing.await("speech-fault", () -> speaker.voice().problem().isPresent());
        assertThat(speaker.voice().problem()).contains("speech-fault");
        assertThat(speaker.sounds().problem()).isEmpty();
    }

    @Test
    void playerThatFailsAmidSpeechIsNotTheVoicesFault() {
        open(ESPEAK, List.of("sh", "-c", "[ $(head -c 2000 | wc -c) -lt 2000 ]"));

        speaker.voice().say("Pitkä puhe. ".repeat(50), "fi", 100);

        Hearing.await("sound-absent", () -> speaker.sounds().problem().isPresent());
        assertThat(speaker.sounds().problem()).contains("sound-absent");
        assertThat(speaker.voice().problem()).isEmpty();
    }

    @Test
    void voiceThatHangsIsEndedAndReported() throws Exception {
        Hearing hearing = open(voice("exec sleep 60"));

        speaker.voice().say("Hei.", "fi", 100);

        Hearing.await("speech-fault", () -> speaker.voice().problem().isPresent());
        assertThat(speaker.voice().problem()).contains("speech-fault");
        speaker.sounds().play(Sound.PRESSED, 100);
        hearing.heard(1);
        Hearing.await("end", () -> Hearing.programs() == 0);
    }

    @Test
    void terminalWithoutASpeakerHasNoProblem() {
        speaker.voice().say("Hei.", "fi", 100);
        speaker.sounds().play(Sound.PRESSED, 100);

        assertThat(speaker.voice().speaks("fi")).isFalse();
        assertThat(speaker.voice().problem()).isEmpty();
        assertThat(speaker.sounds().problem()).isEmpty();
        assertThat(Hearing.programs()).isZero();
    }

    private Hearing open(List<String> voice) {
        Hearing hearing = new Hearing(folder);
        open(voice, hearing.player());
        return hearing;
    }

    private void open(List<String> voice, List<String> player) {
        speaker = Speaker.open(new SpeakerSettings(voice, player), () -> System.nanoTime() / 1_000_000);
    }

    /** A voice that names Finnish and, when it has to speak, does this. */
    private List<String> voice(String speech) throws Exception {
        Path script = folder.resolve("voice.sh");
        Files.writeString(
                script,
                "if [ \"$1\" = --voices ]; then printf 'Pty Language\\n 5 fi --/M Finnish\\n'; exit; fi\n" + speech
                        + "\n",
                StandardCharsets.UTF_8);
        return List.of("sh", script.toString());
    }

    private static double seconds(Path file) {
        try {
            return Wav.of(Files.readAllBytes(file)).seconds();
        } catch (java.io.IOException unused) {
            return 0;
        }
    }
}

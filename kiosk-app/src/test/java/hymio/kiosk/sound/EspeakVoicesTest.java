package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.sound.EspeakVoices.Manner;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EspeakVoicesTest {
    private static final EspeakVoices DEBIAN = EspeakVoices.parse("""
            Pty Language       Age/Gender VoiceName          File                 Other Languages
             5  fi              --/M      Finnish            urj/fi
             2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
             5  smj             --/M      Lule_Saami         urj/smj
            """);

    @Test
    void plainFinnishIsFinnishSpokenSlower() {
        Manner plain = DEBIAN.of("fi-simple").orElseThrow();
        Manner usual = DEBIAN.of("fi").orElseThrow();

        assertThat(plain.voice()).isEqualTo("fi").isEqualTo(usual.voice());
        assertThat(plain.wordsPerMinute()).isLessThan(usual.wordsPerMinute());
    }

    @Test
    void nearestVoiceSpeaksWhenItsOwnIsMissing() {
        assertThat(DEBIAN.of("en").orElseThrow().voice()).isEqualTo("en-gb");
        assertThat(DEBIAN.of("se").orElseThrow().voice()).isEqualTo("smj");
    }

    @Test
    void itsOwnVoiceSpeaksOnceThereIsOne() {
        assertThat(new EspeakVoices(Set.of("se", "smj")).of("se").orElseThrow().voice())
                .isEqualTo("se");
    }

    @Test
    void languageWithoutAVoiceIsNotSpoken() {
        assertThat(DEBIAN.of("so")).isEmpty();
        assertThat(DEBIAN.of("sv")).isEmpty();
    }

    @Test
    void whatIsNoListHasNoVoices() {
        assertThat(EspeakVoices.parse("").names()).isEmpty();
        assertThat(EspeakVoices.parse("Hello\nthere\n\n").names()).isEmpty();
    }
}

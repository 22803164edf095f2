package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaveTest {
    @ParameterizedTest
    @EnumSource
    void soundFitsIntoOnePipe(Sound sound) {
        byte[] wave = Wave.of(sound.notes(), 1);

        assertThat(wave.length).isLessThanOrEqualTo(Turn.MOST_INPUT);
        assertThat(new String(wave, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    }

    /** The steepest step of the sine itself is 2π·f/rate of its height: more would be heard as a click. */
    @ParameterizedTest
    @EnumSource
    void soundBeginsAndEndsSoftlyAndNeverClicks(Sound sound) {
        short[] samples = Wav.of(Wave.of(sound.notes(), 1)).samples();
        double steepest = 2 * Math.PI * 1_047 / Wave.RATE * 0.4 * Short.MAX_VALUE;
        for (int i = 1; i < samples.length; i++) {
            assertThat(Math.abs(samples[i] - samples[i - 1])).isLessThan((int) (steepest * 1.1));
        }
        int loudest = new Wav(samples).peak();
        int moment = 2 * Wave.RATE / 1_000;
        assertThat(new Wav(Arrays.copyOf(samples, moment)).peak()).isLessThan(loudest / 10);
        assertThat(new Wav(Arrays.copyOfRange(samples, samples.length - moment, samples.length)).peak())
                .isLessThan(loudest / 10);
    }

    @Test
    void soundsAreTwelveDecibelsDownAtHalfTheVolume() {
        double full = Wav.of(Wave.of(Sound.PRESSED.notes(), Loudness.gain(100))).rms();
        double half = Wav.of(Wave.of(Sound.PRESSED.notes(), Loudness.gain(50))).rms();

        assertThat(20 * Math.log10(full / half)).isBetween(11.9, 12.2);
    }

    @Test
    void percentBeyondTheScaleIsItsEnd() {
        assertThat(Loudness.gain(1_000)).isEqualTo(1);
        assertThat(Loudness.gain(-5)).isZero();
        assertThat(Loudness.espeakAmplitude(1)).isEqualTo(1);
        assertThat(Loudness.espeakAmplitude(1_000)).isEqualTo(100);
    }

    @Test
    void soundsAreToldApart() {
        Set<String> different = new HashSet<>();
        Arrays.stream(Sound.values()).forEach(sound -> different.add(Arrays.toString(Wave.of(sound.notes(), 1))));

        assertThat(different).hasSize(Sound.values().length);
    }
}

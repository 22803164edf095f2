package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpioSettingsTest {
    @Test
    void autoIsTheHeaderOfAnyRaspberryPi() {
        assertThat(new GpioSettings("auto", List.of(17), 8).labels())
                .containsExactly("pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1");
    }

    @Test
    void severalLabelsMayBeNamed() {
        assertThat(new GpioSettings(" pinctrl-rp1 , my-chip,", List.of(17), 8).labels())
                .containsExactly("pinctrl-rp1", "my-chip");
    }

    @Test
    void lineForTwoButtonsIsRefused() {
        assertThatThrownBy(() -> new GpioSettings("auto", List.of(17, 17), 8)).hasMessageContaining("each line once");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_001})
    void debounceOutOfRangeIsRefused(int millis) {
        assertThatThrownBy(() -> new GpioSettings("auto", List.of(17), millis)).hasMessageContaining("debounce");
    }
}

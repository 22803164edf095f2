package hymio.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Settings file(String... lines) {
        return Settings.read(List.of(lines), "settings", Map.of(), Map.of());
    }

    @Test
    void everythingHasADefault() {
        Settings settings = file();
        assertThat(settings.text(Setting.LANGUAGE)).isEqualTo("fi");
        assertThat(settings.numbers(Setting.GPIO_LINES)).containsExactly(17, 27, 22, 23, 24);
        assertThat(settings.flag(Setting.SCREEN)).isTrue();
    }

    @Test
    void defaultsAreValidValues() {
        for (Setting setting : Setting.values()) {
            if (!setting.fallback().isEmpty()) {
                assertThat(setting.fault(setting.fallback())).as(setting.key()).isEmpty();
            }
        }
    }

    @Test
    void commandLineWinsOverEnvironmentOverFile() {
        Settings settings = Settings.read(
                List.of("# ours", "", "language = sv", "theme=night", "thanks-ms = 900"),
                "settings",
                Map.of("HYMIO_KIOSK_LANGUAGE", "en", "HYMIO_KIOSK_THEME", "day", "PATH", "/bin"),
                Map.of(Setting.LANGUAGE, "fi"));
        assertThat(settings.text(Setting.LANGUAGE)).isEqualTo("fi");
        assertThat(settings.text(Setting.THEME)).isEqualTo("day");
        assertThat(settings.number(Setting.THANKS_MILLIS)).isEqualTo(900);
    }

    @Test
    void unknownKeyIsNamedWithItsLineAndTheOneMeant() {
        assertThatThrownBy(() -> file("language = fi", "langauge = sv"))
                .hasMessageContaining("settings line 2")
                .hasMessageContaining("langauge")
                .hasMessageContaining("Did you mean language?");
    }

    @Test
    void badValueIsNamedWithItsLineAndWhatItMayBe() {
        assertThatThrownBy(() -> file("", "thanks-ms = soon"))
                .hasMessageContaining("settings line 2")
                .hasMessageContaining("thanks-ms")
                .hasMessageContaining("500 to 20000");
        assertThatThrownBy(() -> file("gpio.lines = 17,17")).hasMessageContaining("different line numbers");
        assertThatThrownBy(() -> file("server = ftp://x")).hasMessageContaining("https://host");
        assertThatThrownBy(() -> file("server = http://127.0.0.1:70000")).hasMessageContaining("http://host:port");
        assertThatThrownBy(() -> file("screen = yes")).hasMessageContaining("true, false");
        assertThatThrownBy(() -> file("language")).hasMessageContaining("key = value");
    }

    @Test
    void unknownVariableIsNamed() {
        assertThatThrownBy(() -> Settings.read(List.of(), "settings", Map.of("HYMIO_KIOSK_GPIO_CHIPS", "x"), Map.of()))
                .hasMessageContaining("HYMIO_KIOSK_GPIO_CHIPS");
    }

    @Test
    void dumpReadsBackAsASettingsFileAndRedactsSecrets() {
        Settings settings =
                Settings.read(List.of("theme = night"), "settings", Map.of(), Map.of(Setting.CODE, "ABCD-EFGH-JKLM"));
        String dump = settings.dump();
        assertThat(dump).doesNotContain("ABCD").contains("code = REDACTED").contains("theme = night");
        List<String> lines = dump.lines()
                .filter(line -> !line.startsWith("code") && !line.startsWith("server"))
                .toList();
        assertThat(Settings.read(lines, "dump", Map.of(), Map.of()).text(Setting.THEME))
                .isEqualTo("night");
    }

    @Test
    void programsAreWordsAndLinesMayBeNone() {
        Settings settings = file("sound.program = aplay -q -D plughw:1", "gpio.led-lines =", "gpio.buzzer-line = 18");
        assertThat(settings.words(Setting.SOUND_PROGRAM)).containsExactly("aplay", "-q", "-D", "plughw:1");
        assertThat(settings.numbers(Setting.GPIO_LED_LINES)).isEmpty();
        assertThat(settings.numbers(Setting.GPIO_BUZZER_LINE)).containsExactly(18);
    }

    @Test
    void timesAndSizesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> file("long-press-ms = 20")).hasMessageContaining("300 to 5000");
        assertThat(file("long-press-ms = 0").number(Setting.LONG_PRESS_MILLIS)).isZero();
        assertThatThrownBy(() -> file("panel-inches = 1")).hasMessageContaining("10.1");
        assertThatThrownBy(() -> file("panel-inches = 10,1")).hasMessageContaining("10.1");
        assertThat(file("panel-inches = 10.1").decimal(Setting.PANEL_INCHES)).isEqualTo(10.1);
        assertThatThrownBy(() -> file("volume-percent = 101")).hasMessageContaining("0 to 100");
        assertThatThrownBy(() -> file("sound.program =")).hasMessageContaining("program");
    }
}

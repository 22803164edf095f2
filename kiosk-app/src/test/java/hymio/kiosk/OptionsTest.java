package hymio.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.kiosk.config.Setting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void valueStandsBehindASignOrAsTheNextWord() {
        Options options = Options.parse(List.of("--data=/d", "--server", "http://h", "--code=A=B", "--no-screen"));
        assertThat(options.task()).isEqualTo(Options.Task.RUN);
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.given())
                .containsEntry(Setting.SERVER, "http://h")
                .containsEntry(Setting.CODE, "A=B")
                .containsEntry(Setting.SCREEN, "false");
    }

    @Test
    void folderIsNeeded() {
        assertThatThrownBy(() -> Options.parse(List.of("--no-screen"))).hasMessageContaining("--data DIR");
    }

    @Test
    void missingValueIsSaid() {
        assertThatThrownBy(() -> Options.parse(List.of("--data"))).hasMessageContaining("after --data is missing");
    }

    @Test
    void wordThatIsNoOptionIsSaid() {
        assertThatThrownBy(() -> Options.parse(List.of("--data", "d", "x"))).hasMessageContaining("no option x");
        assertThatThrownBy(() -> Options.parse(List.of("--no-screen=1")))
                .hasMessageContaining("Did you mean --no-screen?");
    }

    @Test
    void helpAndVersionNeedNothingElse() {
        assertThat(Options.parse(List.of("-V")).task()).isEqualTo(Options.Task.VERSION);
        assertThat(Options.parse(List.of("--server", "x", "--help")).task()).isEqualTo(Options.Task.HELP);
    }
}

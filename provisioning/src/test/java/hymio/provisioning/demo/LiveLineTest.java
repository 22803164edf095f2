package hymio.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveLineTest {
    private final StringWriter text = new StringWriter();

    @Test
    void consoleLineIsRewrittenAndGivesWayToEvents() {
        LiveLine live = new LiveLine(new PrintWriter(text), true);
        live.tick("pressed 10");
        live.tick("pressed 9");
        live.event("The network is back.");
        String blank = " ".repeat(79);
        assertThat(text.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("\r" + ("pressed 10" + blank).substring(0, 79) + "\r"
                        + ("pressed 9" + blank).substring(0, 79) + "\r" + blank + "\rThe network is back.\n");
    }

    @Test
    void lineNeverWrapsOnANarrowConsole() {
        new LiveLine(new PrintWriter(text), true).tick("x".repeat(500));
        assertThat(text.toString()).hasSize(80);
    }

    @Test
    void withoutAConsoleOneLineComesEveryTwoSeconds() {
        LiveLine live = new LiveLine(new PrintWriter(text), false);
        for (int i = 0; i < 2 * LiveLine.PLAIN_TICKS; i++) {
            live.tick("tick " + i);
        }
        assertThat(text.toString().lines()).containsExactly("tick 0", "tick 10");
    }
}

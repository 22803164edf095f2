package hymio.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final Terminal terminal = new Terminal(new Station("A", "a", 1_000, List.of(1)));

    @Test
    void pressIsTwoEdgesOnTheLineOfTheButton() throws Exception {
        ByteArrayOutputStream gpio = new ByteArrayOutputStream();
        terminal.press(gpio, 3, 1);
        assertThat(gpio.toString(StandardCharsets.US_ASCII)).isEqualTo("22 0\n22 1\n");
        assertThat(terminal.pressed()).isEqualTo(new Counts(Map.of(3, 1L)));
    }

    @Test
    void reportsAreCountedAndOtherLinesAreNot() {
        for (String line : List.of(
                "stored 1 4",
                "stored 2 1",
                "settled 2 pending 0",
                "stored",
                "stored 3 4 more",
                "settled many pending 0",
                "stored 99999999999999999999 1",
                "")) {
            terminal.understands(line);
        }
        assertThat(terminal.stored()).isEqualTo(new Counts(Map.of(1, 1L, 4, 1L)));
        assertThat(terminal.synced()).isEqualTo(2);
        assertThat(terminal.ready()).isNotDone();
    }

    @Test
    void terminalIsReadyWhenItAsksTheQuestionsOfItsServer() {
        terminal.understands("Hymiö terminal ready");
        assertThat(terminal.ready()).isNotDone();
        terminal.understands("config 2026-11-22-1");
        assertThat(terminal.ready()).isDone();
    }

    @Test
    void pressThatIsNotStoredIsNotWaitedForLong() throws Exception {
        terminal.press(new ByteArrayOutputStream(), 1, 1);
        assertThat(terminal.awaitStored(50)).isFalse();
        Thread.ofVirtual().start(() -> terminal.understands("stored 1 1"));
        assertThat(terminal.awaitStored(10_000)).isTrue();
    }

    @Test
    void networkIsAwayInTheMiddleOfTheRun() {
        Outage run = Outage.during(30);
        assertThat(List.of(run.at(0), run.at(8_999), run.at(9_000), run.at(17_999), run.at(18_000), run.at(30_000)))
                .containsExactly(false, false, true, true, false, false);
        assertThat(Outage.during(86_400).at(25_920_000 + 10_000)).isFalse();
        Outage again = Outage.everyMinute();
        assertThat(List.of(again.at(14_999), again.at(15_000), again.at(25_000), again.at(75_000)))
                .containsExactly(false, true, false, true);
    }
}

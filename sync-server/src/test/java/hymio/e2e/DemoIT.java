package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole town in real processes, as the README's command starts it. */
class DemoIT {
    @Test
    void everyPressOfTheDemoIsShownAndTheDemoEndsByItself() throws InterruptedException {
        try (Program demo = Program.hymio(Map.of(), "demo", "--seconds", "12")) {
            int exit = demo.exit(Duration.ofMinutes(4));
            String said = String.join("\n", demo.lines());
            assertThat(exit).as(said).isZero();
            assertThat(said).contains("/setup?token=");
        }
    }

    @Test
    void stoppedDemoStopsAllItStarted() throws InterruptedException {
        try (Program demo = Program.hymio(Map.of(), "demo")) {
            demo.await("(?i)pressed");
            var children = demo.descendants();
            assertThat(children).hasSizeGreaterThan(5);
            demo.terminate();
            demo.exit(Duration.ofMinutes(2));
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }
}

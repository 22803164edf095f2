package hymio.kiosk.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hymio.wire.PressTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The real clocks of the machine that runs the tests. */
class LinuxTimeTest {
    @Test
    void uptimeIsTheKernelsOwn() throws IOException {
        String uptimeSeconds = Files.readString(Path.of("/proc/uptime")).split(" ")[0];
        long millis = new LinuxTime().read().uptimeNanos() / 1_000_000;
        assertThat(millis).isCloseTo((long) (Double.parseDouble(uptimeSeconds) * 1_000), within(2_000L));
    }

    @Test
    void nowIsNowInThisBoot() throws IOException {
        PressTime now = KernelClock.open().now();
        assertThat(now.boot())
                .hasToString(Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                        .strip());
        assertThat(now.wallMillis()).isCloseTo(System.currentTimeMillis(), within(2_000L));
    }

    @Test
    void momentOfAnEventLiesBetweenTheMomentsAroundIt() throws IOException {
        KernelClock clock = KernelClock.open();
        long before = clock.now().uptimeMillis();
        long event = System.nanoTime();
        long after = clock.now().uptimeMillis();
        assertThat(clock.at(event).uptimeMillis()).isBetween(before - 1, after + 1);
    }

    @Test
    void trustIsAnsweredAndNeverThrown() {
        assertThat(new LinuxTime().trusted()).isIn(true, false);
    }
}

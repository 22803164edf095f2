package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.kiosk.kernel.ErrnoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs no lines; the lines themselves are in {@link GpioKernelTest}. */
class KernelChipTest {
    @TempDir
    Path devices;

    @ParameterizedTest
    @CsvSource({"1,DENIED", "2,ABSENT", "5,FAULT", "13,DENIED", "16,BUSY", "19,ABSENT", "22,LINE"})
    void kernelsReasonIsAWord(int errno, GpioProblem problem) {
        assertThat(GpioProblem.of(new ErrnoException("ioctl", errno))).isEqualTo(problem);
    }

    @Test
    void heartbeatKnowsTheseWords() {
        assertThat(GpioProblem.values())
                .extracting(GpioProblem::word)
                .containsExactly("gpio-absent", "gpio-denied", "gpio-busy", "gpio-line", "gpio-fault");
        assertThat(GpioProblem.values())
                .extracting(GpioProblem::signalWord)
                .containsExactly("led-absent", "led-denied", "led-busy", "led-line", "led-fault");
    }

    @Test
    void machineWithoutChipsIsAbsent() {
        assertThatThrownBy(() -> new ChipSearch(devices, List.of("pinctrl-rp1")).find())
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        refusal -> assertThat(refusal.errno()).isEqualTo(ErrnoException.ENODEV))
                .hasMessageContaining("pinctrl-rp1");
    }

    @Test
    void fileThatIsNoChipIsAFaultAndNoCrash() throws IOException {
        Files.createFile(devices.resolve("gpiochip0"));
        try (KernelChip chip = chip()) {
            chip.start(new Deaf());
            assertThat(chip.problem()).contains(GpioProblem.FAULT);
        }
    }

    @Test
    @Timeout(2)
    void closingDoesNotWaitForThePauseToEnd() throws IOException {
        KernelChip chip = chip();
        chip.start(new Deaf());
        chip.close();
        chip.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("gpio"));
    }

    private KernelChip chip() throws ErrnoException {
        return new KernelChip(new ChipSearch(devices, List.of("pinctrl-rp1")), new LineRequest(List.of(17), 8, true));
    }

    private record Deaf() implements LineChip.Listener {
        @Override
        public void opened(Map<Integer, Boolean> highByLine) {}

        @Override
        public void changed(Edge edge) {}

        @Override
        public void lost() {}
    }
}

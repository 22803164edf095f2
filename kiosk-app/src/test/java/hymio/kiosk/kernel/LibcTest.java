package hymio.kiosk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibcTest {
    private static final int CLOCK_MONOTONIC = 1;

    @Test
    void refusalCarriesTheKernelsNumber(@TempDir Path folder) {
        assertThatThrownBy(() -> Libc.open(folder.resolve("nothing").toString()))
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        refusal -> assertThat(refusal.errno()).isEqualTo(ErrnoException.ENOENT));
    }

    @Test
    void pollSaysWhichFileHasSomethingToRead() throws ErrnoException {
        int silent = Libc.eventfd();
        int woken = Libc.eventfd();
        try {
            assertThat(Libc.poll(0, silent, woken)).containsExactly(0, 0);
            Libc.wake(woken);
            assertThat(Libc.poll(-1, silent, woken)).containsExactly(0, Libc.POLLIN);
        } finally {
            Libc.close(silent);
            Libc.close(woken);
        }
    }

    @Test
    void monotonicClockIsTheOneOfNanoTime() {
        long before = System.nanoTime();
        long read = Libc.clockNanos(CLOCK_MONOTONIC);
        assertThat(read).isBetween(before, System.nanoTime());
    }
}

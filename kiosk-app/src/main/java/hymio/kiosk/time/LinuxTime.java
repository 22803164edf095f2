package hymio.kiosk.time;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import hymio.kiosk.kernel.ErrnoException;
import hymio.kiosk.kernel.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/** The clocks of this machine. Thread-safe. */
final class LinuxTime implements KernelTime {
    private static final int CLOCK_REALTIME = 0;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int CLOCK_BOOTTIME = 7;

    /** A longer pause between two clocks means that another program ran in between, nanoseconds. */
    private static final long PAUSE_NANOS = 1_000_000;

    private static final int TRIES = 5;

    /** Size of {@code struct timex} and where its {@code status} lies, {@code linux/timex.h} on 64 bits. */
    private static final int TIMEX_BYTES = 208;

    private static final int TIMEX_STATUS = 40;
    /** The clock is not synchronised: a bit of the status, and an answer of adjtimex. */
    private static final int STA_UNSYNC = 0x40;

    private static final int TIME_ERROR = 5;

    /** systemd-timesyncd makes this file once a time server has answered in this boot. */
    private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");

    @Override
    public Reading read() {
        Reading reading = once();
        for (int i = 1; i < TRIES && !reading.sharp(); i++) {
            reading = once();
        }
        return reading;
    }

    private static Reading once() {
        long before = Libc.clockNanos(CLOCK_BOOTTIME);
        long wall = Libc.clockNanos(CLOCK_REALTIME);
        long monotonic = Libc.clockNanos(CLOCK_MONOTONIC);
        long after = Libc.clockNanos(CLOCK_BOOTTIME);
        return new Reading(before + (after - before) / 2, monotonic, wall, after - before < PAUSE_NANOS);
    }

    @Override
    public boolean trusted() {
        return Files.exists(SYNCHRONIZED) || kernelTrusts();
    }

    private static boolean kernelTrusts() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
            int state = Libc.adjtimex(timex);
            return state != TIME_ERROR && (timex.get(JAVA_INT, TIMEX_STATUS) & STA_UNSYNC) == 0;
        } catch (ErrnoException refused) {
            return false; // a sandbox forbids the question: not known to be right
        }
    }
}

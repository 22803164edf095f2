package hymio.kiosk.time;

import hymio.wire.Limits;
import hymio.wire.PressTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The terminal's clocks as the Linux kernel keeps them. The offset of the wall clock is measured at each reading but
 * changes only when it has really been set: measured values within {@value #DRIFT_MILLIS} ms of the one in use are the
 * same clock, so that whole batches share one. Thread-safe.
 */
public final class KernelClock implements TerminalClock {
    /** Largest difference that is noise and not a clock that was set, milliseconds. */
    static final long DRIFT_MILLIS = 20;

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final UUID boot;
    private final KernelTime time;
    private long offsetMillis;

    /**
     * The clocks of this machine.
     *
     * @throws IOException when the kernel does not say which boot this is; only Linux does
     */
    public static KernelClock open() throws IOException {
        return new KernelClock(UUID.fromString(Files.readString(BOOT_ID).strip()), new LinuxTime());
    }

    KernelClock(UUID boot, KernelTime time) {
        this.boot = boot;
        this.time = time;
        this.offsetMillis = time.read().offsetMillis();
    }

    @Override
    public PressTime now() {
        KernelTime.Reading reading = time.read();
        return pressTime(reading, reading.uptimeNanos());
    }

    @Override
    public PressTime at(long monotonicNanos) {
        KernelTime.Reading reading = time.read();
        // By its age, not by its value: CLOCK_MONOTONIC stands still while the machine sleeps and uptime does not.
        long ageNanos = reading.monotonicNanos() - monotonicNanos;
        return pressTime(reading, Math.max(0, reading.uptimeNanos() - ageNanos));
    }

    private PressTime pressTime(KernelTime.Reading reading, long uptimeNanos) {
        long uptime = uptimeNanos / 1_000_000;
        long offset = settle(reading);
        long wall = uptime + offset;
        // A broken clock must not cost a press: the contract's nearest time is kept, and not trusted.
        long possible = Math.clamp(wall, 0, Limits.WALL_MILLIS);
        return new PressTime(boot, uptime, possible - uptime, possible == wall && time.trusted());
    }

    private synchronized long settle(KernelTime.Reading reading) {
        long measured = reading.offsetMillis();
        if (reading.sharp() && Math.abs(measured - offsetMillis) > DRIFT_MILLIS) {
            offsetMillis = measured;
        }
        return offsetMillis;
    }
}

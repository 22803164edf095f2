package hymio.kiosk.time;

import hymio.wire.PressTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test sets by hand. Uptime and CLOCK_MONOTONIC are one. */
public final class HandClock implements TerminalClock {
    public static final UUID BOOT = new UUID(1, 2);

    private final AtomicLong uptimeMillis;
    private final long offsetMillis;
    private final boolean trusted;

    public HandClock(long uptimeMillis, long wallMillis, boolean trusted) {
        this.uptimeMillis = new AtomicLong(uptimeMillis);
        this.offsetMillis = wallMillis - uptimeMillis;
        this.trusted = trusted;
    }

    public void pass(long millis) {
        uptimeMillis.addAndGet(millis);
    }

    @Override
    public PressTime now() {
        return new PressTime(BOOT, uptimeMillis.get(), offsetMillis, trusted);
    }

    @Override
    public PressTime at(long monotonicNanos) {
        return new PressTime(BOOT, TimeUnit.NANOSECONDS.toMillis(monotonicNanos), offsetMillis, trusted);
    }
}

package hymio.kiosk.time;

import hymio.wire.PressTime;

/** The terminal's clocks. Thread-safe. */
public interface TerminalClock {
    /** This moment. */
    PressTime now();

    /**
     * The moment of an edge that the kernel stamped.
     *
     * @param monotonicNanos CLOCK_MONOTONIC, as {@code System.nanoTime} on Linux
     */
    PressTime at(long monotonicNanos);
}

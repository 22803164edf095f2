package hymio.kiosk.time;

/** What the kernel's clocks say. Thread-safe. */
interface KernelTime {
    /** Reads all clocks as one moment. */
    Reading read();

    /** Whether the wall clock is synchronised to a time source. */
    boolean trusted();

    /**
     * All clocks at one moment.
     *
     * @param uptimeNanos CLOCK_BOOTTIME
     * @param monotonicNanos CLOCK_MONOTONIC
     * @param wallNanos CLOCK_REALTIME
     * @param sharp whether the clocks were really read together, without a pause between them
     */
    record Reading(long uptimeNanos, long monotonicNanos, long wallNanos, boolean sharp) {
        /** Wall clock less uptime, milliseconds. */
        long offsetMillis() {
            return Math.floorDiv(wallNanos - uptimeNanos, 1_000_000L);
        }
    }
}

package hymio.kiosk.press.gpio;

/**
 * A line changed its level.
 *
 * @param line offset of the line on its chip
 * @param high the level after the change; a pressed button pulls its line low
 * @param monotonicNanos when, CLOCK_MONOTONIC
 * @param number edges of one request are numbered 1, 2, 3 …; a gap means that edges were lost
 */
record Edge(int line, boolean high, long monotonicNanos, long number) {
    /** How many edges are missing between the one numbered {@code last} and this one. */
    long lostSince(long last) {
        return number - last - 1;
    }
}

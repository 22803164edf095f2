package hymio.kiosk.screen;

/**
 * How a picture moves.
 *
 * @param calm whether nothing moves
 * @param nowMillis uptime when the picture is drawn
 */
record Motion(boolean calm, long nowMillis) {
    /** Share of a time that is left, 1 (all) to 0 (none); both ends in uptime. */
    double left(long fromMillis, long untilMillis) {
        return Math.clamp((untilMillis - nowMillis) / (double) Math.max(1, untilMillis - fromMillis), 0, 1);
    }
}

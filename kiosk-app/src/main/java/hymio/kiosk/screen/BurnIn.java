package hymio.kiosk.screen;

import javafx.geometry.Point2D;

/**
 * Care for a panel that shows the same picture for years: while nobody is at the terminal the whole picture stands a
 * few pixels elsewhere each minute, and what can be touched moves along. Pure.
 */
final class BurnIn {
    /** As far as the picture goes from its own place, pixels. */
    static final int FAR = 4;

    private static final int STEPS = 2 * FAR;

    /** Where the picture stands in a minute: each of the places within {@link #FAR}, one pixel from the one before. */
    static Point2D shift(long minute) {
        long row = Math.floorDiv(minute, STEPS + 1);
        return new Point2D(wave(minute + row), wave(row));
    }

    /** How far along a way, 0 to 1 and back, once in so many minutes. */
    static double there(long minute, int minutes) {
        double part = Math.floorMod(minute, minutes) / (double) minutes;
        return 1 - Math.abs(2 * part - 1);
    }

    /** 0 1 2 3 4 3 2 1 0 -1 … */
    private static int wave(long step) {
        int at = Math.floorMod(step + FAR, 2 * STEPS);
        return (at <= STEPS ? at : 2 * STEPS - at) - FAR;
    }

    private BurnIn() {}
}

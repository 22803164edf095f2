package hymio.kiosk.screen;

import javafx.geometry.Point2D;

/**
 * Care for a panel that shows the same picture for years: while nobody is at the terminal the whole picture stands a
 * few pixels elsewhere each minute, and what can be touched moves along. Pure.
 */
final class BurnIn {
    /** As far as the picture goes from its own place, pixels. */
    static final int FAR = 4;

    private static final int SIDE = 2 * FAR + 1;

    /**
     * Where the picture stands in a minute: as a plough goes, row by row from the upper left of a square of 81 places
     * and back, one pixel from the minute before.
     */
    static Point2D shift(long minute) {
        long row = Math.floorDiv(minute, SIDE);
        int across = Math.floorMod(minute, SIDE);
        return new Point2D((row % 2 == 0 ? across : SIDE - 1 - across) - FAR, backAndForth(row) - FAR);
    }

    /** How far along a way, 0 to 1 and back, once in so many minutes. */
    static double there(long minute, int minutes) {
        double part = Math.floorMod(minute, minutes) / (double) minutes;
        return 1 - Math.abs(2 * part - 1);
    }

    /** 0 1 2 … 8 7 … 0 */
    private static int backAndForth(long row) {
        int at = Math.floorMod(row, 2 * (SIDE - 1));
        return at < SIDE ? at : 2 * (SIDE - 1) - at;
    }

    private BurnIn() {}
}

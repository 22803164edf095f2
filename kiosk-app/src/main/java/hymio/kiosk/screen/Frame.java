package hymio.kiosk.screen;

/**
 * The measures of a screen, from its size in pixels. Lengths are designed at 1280×800 (or 800×1280) and scale with the
 * screen; what a finger or an eye needs has a least number of pixels. Terminals' panels have 4 to 6 pixels a millimetre
 * whatever their size: at 5.9 (10.1 inches, 1280×800) 20 mm are 118 pixels and 8 mm are 47; at 5.2 (7 inches, 800×480)
 * 104 and 42.
 */
record Frame(double width, double height) {
    private static final double GRID = 8;
    private static final double LEAST_LONG = 800;
    private static final double LEAST_SHORT = 480;

    /** How much smaller than the least screen a window is: what is drawn for a frame {@link #of} it shrinks by this. */
    static double shrink(double width, double height) {
        double longer = Math.max(width, height);
        double shorter = Math.min(width, height);
        return Math.min(1, Math.min(longer / LEAST_LONG, shorter / LEAST_SHORT));
    }

    /** The frame to draw for a window of this size: no smaller than 800×480 (or 480×800) and of the same shape. */
    static Frame of(double width, double height) {
        double shrink = shrink(width, height);
        return new Frame(width / shrink, height / shrink);
    }

    boolean portrait() {
        return height > width;
    }

    /** Pixels for a length of the design. */
    double px(double design) {
        double unit = portrait() ? Math.min(width / 800, height / 1280) : Math.min(width / 1280, height / 800);
        return design * unit;
    }

    /** Pixels for a length of the design, but no fewer than this. */
    double px(double least, double design) {
        return Math.max(least, px(design));
    }

    double left() {
        return grid(width * 0.05);
    }

    double right() {
        return width - left();
    }

    double top() {
        return grid(height * 0.05);
    }

    double bottom() {
        return height - top();
    }

    double contentWidth() {
        return right() - left();
    }

    /** Between two things that a finger can press: 8 mm. */
    double apart() {
        return px(42, 48);
    }

    /** Least side of what a finger can press: 20 mm. */
    double target() {
        return px(104, 120);
    }

    /** The nearest line of the grid. */
    static double grid(double pixels) {
        return Math.round(pixels / GRID) * GRID;
    }
}

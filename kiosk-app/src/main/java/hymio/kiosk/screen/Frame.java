package hymio.kiosk.screen;

/**
 * The measures of a screen. Lengths are designed at 1280×800 (or 800×1280) and scale with the screen; what a finger or
 * an eye needs is in millimetres of the panel.
 *
 * @param width pixels
 * @param height pixels
 * @param pxPerMm of the panel
 * @param large whether the visitor asked for larger text
 */
record Frame(double width, double height, double pxPerMm, boolean large) {
    private static final double GRID = 8;
    private static final double LEAST_LONG = 800;
    private static final double LEAST_SHORT = 480;
    /** Height of Inter's capitals in font sizes. */
    private static final double CAPITAL = 0.7275;
    /** A capital H seen under 0.7° from 40 cm (EN 301 549, 5.1.4). */
    private static final double LETTER_MM = 4.9;

    /** How much larger large text is than the design's, where there is room. */
    private static final double LARGER = 1.25;

    private static final double TARGET_MM = 20;
    private static final double APART_MM = 8;
    private static final double LOW_MM = 110;

    /** How much smaller than the least screen a window is: what is drawn for a frame {@link #of} it shrinks by this. */
    static double shrink(double width, double height) {
        double longer = Math.max(width, height);
        double shorter = Math.min(width, height);
        return Math.min(1, Math.min(longer / LEAST_LONG, shorter / LEAST_SHORT));
    }

    /** The frame to draw for a window of this size: no smaller than 800×480 (or 480×800) and of the same shape. */
    static Frame of(double width, double height, Panel panel, boolean large) {
        double shrink = shrink(width, height);
        return new Frame(width / shrink, height / shrink, panel.pxPerMm(width / shrink, height / shrink), large);
    }

    /** Of the usual panel of this resolution. */
    static Frame of(double width, double height) {
        return of(width, height, new Panel(0), false);
    }

    /** The same without so many pixels at its bottom. */
    Frame lower(double pixels) {
        return new Frame(width, height - pixels, pxPerMm, large);
    }

    /** Pixels of so many millimetres. */
    double mm(double millimetres) {
        return millimetres * pxPerMm;
    }

    /** Font size, pixels, of letters that the standard calls large enough for everybody. */
    double letters() {
        return mm(LETTER_MM) / CAPITAL;
    }

    /**
     * Font size, pixels: as designed; when large text is asked for, larger than that and no smaller than
     * {@link #letters()}.
     */
    double font(double least, double design) {
        return large ? Math.max(letters(), LARGER * px(least, design)) : px(least, design);
    }

    boolean portrait() {
        return height > width;
    }

    /** Whether there is little room from top to bottom, as on a panel of 7 inches. */
    boolean low() {
        return height < mm(LOW_MM);
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
        return mm(APART_MM);
    }

    /** Least side of what a finger can press: 20 mm. */
    double target() {
        return mm(TARGET_MM);
    }

    /** The nearest line of the grid. */
    static double grid(double pixels) {
        return Math.round(pixels / GRID) * GRID;
    }
}

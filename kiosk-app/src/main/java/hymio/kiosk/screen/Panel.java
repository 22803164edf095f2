package hymio.kiosk.screen;

/**
 * The glass in front of the visitor.
 *
 * @param inches its diagonal; 0 when nobody said: then it is taken for the usual panel of its resolution
 */
record Panel(double inches) {
    private static final double MM_PER_INCH = 25.4;

    /** The short side of a panel of 7 inches: no terminal is narrower, whatever window it is tried in. */
    private static final double LEAST_MM = 91;

    /** Pixels a millimetre at this resolution. */
    double pxPerMm(double width, double height) {
        double diagonal = Math.hypot(width, height);
        return inches > 0
                ? diagonal / (inches * MM_PER_INCH)
                : Math.min(diagonal / (usual(diagonal) * MM_PER_INCH), Math.min(width, height) / LEAST_MM);
    }

    /** 800×480 is sold as 7 inches, 1280×800 as 10.1, 1920×1080 as 15.6. */
    private static double usual(double diagonal) {
        return diagonal < 1_200 ? 7 : diagonal < 1_700 ? 10.1 : 15.6;
    }
}

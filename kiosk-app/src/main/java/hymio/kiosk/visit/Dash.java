package hymio.kiosk.visit;

/** What people and keyboards write for a hyphen. Pure. */
final class Dash {
    /** Hyphen-minus, the hyphens and dashes of Unicode from U+2010 to U+2015, and the minus sign. */
    static boolean is(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    private Dash() {}
}

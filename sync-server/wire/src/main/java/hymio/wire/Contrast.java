package hymio.wire;

/** Contrast of two colours, as WCAG 2.2 defines it under "contrast ratio" and "relative luminance". */
public final class Contrast {
    /**
     * @param field named when a colour is none
     * @param a such as {@code #14213D}
     * @param b such as {@code #FBF9F4}
     * @return 1 (the same) to 21 (black on white)
     */
    public static double of(String field, String a, String b) {
        double one = luminance(field, a);
        double other = luminance(field, b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    static void requireColor(String field, String color) {
        if (!color.matches("#[0-9A-Fa-f]{6}")) {
            throw new BadValueException(field, "must be a colour such as #14213D");
        }
    }

    private static double luminance(String field, String color) {
        requireColor(field, color);
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int byteOfColor) {
        double c = (byteOfColor & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private Contrast() {}
}

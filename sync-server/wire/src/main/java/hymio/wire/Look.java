package hymio.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A town's own colours on the terminal by day, refused when somebody could not read them (WCAG 2.2, 1.4.3 and 1.4.11).
 * Colours are {@code #RRGGBB}.
 *
 * @param paper behind everything
 * @param ink text, rings and outlines: 4.5:1 or more on paper
 * @param muted text of less weight: 4.5:1 or more on paper
 * @param features eyes and mouths: 3:1 or more on each face
 * @param faces discs of the five faces, the best first: each 3:1 or more on paper
 * @param logo a PNG in base64, at most {@value Limits#LOGO_PIXELS} pixels wide and high, shown at the top; absent: none
 */
public record Look(String paper, String ink, String muted, String features, List<String> faces, Optional<String> logo) {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    /** How every PNG begins: its signature, then a chunk of 13 bytes called IHDR (ISO/IEC 15948, 5.2 and 11.2.1). */
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    private static final int PNG_HEAD = PNG.length + 2 * Integer.BYTES;

    public Look {
        faces = List.copyOf(faces);
        Check.range("faces (count)", faces.size(), 5, 5);
        Contrast.requireColor("paper", paper);
        readable("ink", ink, paper, TEXT, "on paper");
        readable("muted", muted, paper, TEXT, "on paper");
        for (int i = 0; i < faces.size(); i++) {
            readable("faces[" + i + "]", faces.get(i), paper, SHAPE, "on paper");
            readable("features", features, faces.get(i), SHAPE, "on faces[" + i + "]");
        }
        logo.ifPresent(Look::png);
    }

    private static void readable(String field, String color, String behind, double least, String where) {
        double contrast = Contrast.of(field, color, behind);
        if (contrast < least) {
            // Cut, not rounded: 4.49 must not be told as 4.5.
            double told = Math.floor(contrast * 10) / 10;
            throw new BadValueException(
                    field,
                    String.format(Locale.ROOT, "has a contrast of %.1f:1 %s; it needs %.1f:1", told, where, least));
        }
    }

    private static void png(String base64) {
        Check.range("logo (characters)", base64.length(), 1, Limits.LOGO);
        byte[] bytes = decoded(base64);
        if (bytes.length < PNG_HEAD || !Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)) {
            throw new BadValueException("logo", "must be a PNG");
        }
        ByteBuffer size = ByteBuffer.wrap(bytes, PNG.length, 2 * Integer.BYTES);
        Check.range("logo (width in pixels)", size.getInt(), 1, Limits.LOGO_PIXELS);
        Check.range("logo (height in pixels)", size.getInt(), 1, Limits.LOGO_PIXELS);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BadValueException("logo", "must be base64");
        }
    }
}

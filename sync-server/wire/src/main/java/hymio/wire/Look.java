package hymio.wire;

import java.util.Base64;
import java.util.List;
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
 * @param logo a PNG in base64, shown at the top; absent: none
 */
public record Look(String paper, String ink, String muted, String features, List<String> faces, Optional<String> logo) {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    public Look {
        faces = List.copyOf(faces);
        Check.range("faces (count)", faces.size(), 5, 5);
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
            throw new BadValueException(
                    field,
                    "has a contrast of %.1f:1 %s; it needs %.1f:1"
                            .formatted(Math.floor(contrast * 10) / 10, where, least));
        }
    }

    private static void png(String base64) {
        Check.range("logo (characters)", base64.length(), 1, Limits.LOGO);
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length > PNG.length && java.util.Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new BadValueException("logo", "must be base64");
        }
        throw new BadValueException("logo", "must be a PNG");
    }
}

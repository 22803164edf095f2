package hymio.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Good values that tests then break, one at a time. */
final class Samples {
    static final Texts TEXT = Texts.of("a", "b", "c");
    static final List<String> FACES = List.of("#00695C", "#2E7D32", "#8A6100", "#C2410C", "#9F1239");
    static final Look LOOK = new Look("#FBF9F4", "#14213D", "#5B6478", "#FFFFFF", FACES, Optional.empty());

    /** A PNG's head in base64; no terminal could draw it, but all that the wire looks at is there. */
    static String png(int width, int height, int moreBytes) {
        ByteBuffer png = ByteBuffer.allocate(24 + moreBytes);
        png.put((byte) 0x89).put("PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(UTF_8));
        png.putInt(width).putInt(height);
        return Base64.getEncoder().encodeToString(png.array());
    }

    /** Reads a message that must be refused with a reason that begins so. */
    static void assertRefused(String json, Class<?> type, String reason) {
        assertThatThrownBy(() -> new WireCodec().read(json.getBytes(UTF_8), type))
                .as(json)
                .isInstanceOf(BadWireException.class)
                .hasMessageStartingWith(reason);
    }

    static String json(Object message) {
        return new String(new WireCodec().write(message), UTF_8);
    }

    static <T> T read(String json, Class<T> type) {
        return new WireCodec().read(json.getBytes(UTF_8), type);
    }

    private Samples() {}
}

package hymio.wire;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The frozen samples, for the tests of wire, terminal and server. */
public final class Golden {
    public static byte[] v1(String name) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/v1/" + name + ".json")) {
            if (in == null) {
                throw new FileNotFoundException("golden/v1/" + name + ".json");
            }
            return in.readAllBytes();
        }
    }

    private Golden() {}
}

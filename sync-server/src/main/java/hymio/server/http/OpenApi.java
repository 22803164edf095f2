package hymio.server.http;

import hymio.wire.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * {@code GET /api/openapi.json}: the API described for machines. Written by hand, compared with the routes by a test.
 */
public final class OpenApi {
    private final byte[] document;

    public OpenApi() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/hymio/server/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the jar; build it again");
            }
            document = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void document(Context ctx) {
        ctx.contentType(Wire.JSON).result(document);
    }
}

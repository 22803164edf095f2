package hymio.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Reads what a client sends; whatever goes wrong on the way is the client's or the network's fault, not ours. */
final class Bodies {
    private static final int BUFFER = 8 * 1024;
    /** Slower than any network that terminals are on; who drips a byte now and then is never idle. */
    private static final int SLOWEST_BYTES_A_SECOND = 64;

    /** A body may begin late. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** At most so many bytes; empty when the client went away, stood still, dripped, or broke HTTP half way. */
    static Optional<byte[]> read(Context ctx, int most) {
        try {
            return read(ctx.req().getInputStream(), most);
        } catch (IOException | RuntimeException e) { // Jetty says it in many ways
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(InputStream in, int most) throws IOException {
        long began = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        while (body.size() < most) {
            int n = in.read(buffer, 0, Math.min(BUFFER, most - body.size()));
            if (n < 0) {
                break;
            }
            body.write(buffer, 0, n);
            if (drips(body.size(), System.nanoTime() - began)) {
                return Optional.empty();
            }
        }
        return Optional.of(body.toByteArray());
    }

    private static boolean drips(int bytes, long nanos) {
        long beyond = nanos - GRACE.toNanos();
        return beyond > 0 && bytes < beyond / 1e9 * SLOWEST_BYTES_A_SECOND;
    }

    private Bodies() {}
}

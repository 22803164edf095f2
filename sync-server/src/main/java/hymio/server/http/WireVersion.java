package hymio.server.http;

import hymio.wire.Wire;
import io.javalin.http.Handler;

/** Refuses terminals that speak another version of the contract. */
public final class WireVersion {
    /** The handler, reached only with {@code Wire-Version: 1}. */
    public static Handler checked(Handler inner) {
        return ctx -> {
            String version = ctx.header(Wire.VERSION_HEADER);
            if (!String.valueOf(Wire.VERSION).equals(version)) {
                throw new ProblemException(
                        ProblemWord.WIRE_VERSION,
                        "This server speaks " + Wire.VERSION_HEADER + " " + Wire.VERSION + ", not "
                                + (version == null ? "none" : version) + ". Update whichever of the two is older.");
            }
            inner.handle(ctx);
        };
    }

    private WireVersion() {}
}

package hymio.server.http;

import io.javalin.http.Context;
import java.util.Locale;

/** Reads {@code Authorization: Bearer …} (RFC 6750). */
public final class Bearer {
    private static final String SCHEME = "bearer ";

    /** @throws ProblemException 401 when there is none */
    public static String of(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new ProblemException(
                    ProblemWord.NOT_SIGNED_IN, "Send Authorization: Bearer, a space, and the token.");
        }
        return header.substring(SCHEME.length()).strip();
    }

    private Bearer() {}
}

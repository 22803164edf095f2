package hymio.server.http;

import io.javalin.http.Context;
import java.util.Map;

/**
 * What a browser is told on every answer, API included: scripts, styles and pictures only from this server, nothing
 * inline, never in a frame.
 */
public final class SecurityHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /**
     * Header → value. The referrer stays within the server instead of being off, because with {@code no-referrer} a
     * form of our own comes with {@code Origin: null} (Fetch, "append a request Origin header").
     */
    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    public static void put(Context ctx) {
        ALL.forEach(ctx::header);
    }

    private SecurityHeaders() {}
}

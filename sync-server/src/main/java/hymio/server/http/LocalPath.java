package hymio.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths to send a browser to, which cannot lead away from this server. */
public final class LocalPath {
    /** Where staff begin. */
    public static final String HOME = "/";

    private static final int LENGTH = 1_024;
    /**
     * No second slash, no backslash and nothing invisible: browsers read {@code //x}, {@code /\x} and {@code /TAB/x} as
     * a host.
     */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[!-\\[\\]-~]*");

    /** The path as it came when it is local, else {@link #HOME}. */
    public static String orHome(@Nullable String path) {
        return path != null && path.length() <= LENGTH && LOCAL.matcher(path).matches() ? path : HOME;
    }

    /** Path and query of the page that the person looks at: of the request, or of the page whose part htmx asks for. */
    public static String ofPage(Context ctx) {
        String shown = ctx.header("HX-Current-URL");
        return orHome(shown == null ? ofRequest(ctx) : ofUrl(shown));
    }

    private static String ofRequest(Context ctx) {
        String query = ctx.queryString();
        return ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String ofUrl(String url) {
        try {
            URI uri = URI.create(url);
            String query = uri.getRawQuery();
            return uri.getRawPath() + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    private LocalPath() {}
}

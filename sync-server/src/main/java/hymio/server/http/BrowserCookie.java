package hymio.server.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cookie that holds a random token, unseen by scripts, until the browser closes. Over HTTPS it is {@code Secure} and
 * its name begins with {@code __Host-}, so that no neighbouring domain can plant it.
 *
 * @param name without the prefix
 */
public record BrowserCookie(String name, SameSite sameSite) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int UNTIL_CLOSED = -1;

    /** The token; empty when there is none, or something that we never set. */
    public Optional<String> read(Context ctx) {
        String value = ctx.cookie(nameFor(ctx));
        return value != null && TOKEN.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    /** @param token 256 random bits as base64url */
    public void set(Context ctx, String token) {
        ctx.cookie(cookie(ctx, token, UNTIL_CLOSED));
    }

    public void remove(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private Cookie cookie(Context ctx, String value, int maxAge) {
        return new Cookie(nameFor(ctx), value, "/", maxAge, Peer.secure(ctx), true, null, sameSite);
    }

    private String nameFor(Context ctx) {
        return Peer.secure(ctx) ? "__Host-" + name : name;
    }
}

package hymio.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.http.FormRefusedException.Reason;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only forms that a page of ours sent from the same browser (OWASP, Cross-Site Request Forgery: double-submit
 * cookie and Fetch metadata). Stands before all routes, so that no page can forget it; {@code /api/} is left alone,
 * because it knows no cookies. Thread-safe.
 */
public final class FormGuard {
    /** The hidden field that every form carries. */
    public static final String FIELD = "csrf";

    private static final int BODY_BYTES = 8 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String READ = "hymio.form";
    private static final String TOKEN = "hymio.csrf";
    private static final Set<HandlerType> HARMLESS =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS, HandlerType.TRACE);

    private final BrowserCookie cookie = new BrowserCookie("csrf", SameSite.STRICT);
    private final Supplier<String> tokens;

    /** @param tokens makes 256 random bits as base64url */
    public FormGuard(Supplier<String> tokens) {
        this.tokens = tokens;
    }

    /** What the hidden field of a page's forms must hold; gives the browser its cookie when it has none. */
    public String token(Context ctx) {
        String made = ctx.attribute(TOKEN);
        if (made != null) {
            return made;
        }
        String token = cookie.read(ctx).orElseGet(() -> give(ctx));
        ctx.attribute(TOKEN, token);
        return token;
    }

    /**
     * For {@code routes.before}.
     *
     * @throws FormRefusedException when the request changes something and is no form of ours
     */
    public void check(Context ctx) throws IOException {
        if (HARMLESS.contains(ctx.method()) || ctx.path().startsWith("/api/")) {
            return;
        }
        require(fromOurPage(ctx), Reason.FORGED);
        Form form = read(ctx);
        require(tokenMatches(ctx, form), Reason.FORGED);
        ctx.attribute(READ, form);
    }

    /** The form that {@link #check} let in. */
    public static Form form(Context ctx) {
        Form form = ctx.attribute(READ);
        if (form == null) {
            throw new IllegalStateException("no FormGuard stands before " + ctx.path());
        }
        return form;
    }

    private String give(Context ctx) {
        String token = tokens.get();
        cookie.set(ctx, token);
        return token;
    }

    /** Browsers send Sec-Fetch-Site over HTTPS and on localhost only; elsewhere Origin tells. */
    private static boolean fromOurPage(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        return site == null
                ? sameHost(ctx.header("Origin"), ctx.header("Host"))
                : site.equals("same-origin") || site.equals("none");
    }

    /** The scheme is not compared: a proxy that ends TLS changes it. */
    private static boolean sameHost(@Nullable String origin, @Nullable String host) {
        try {
            return origin != null && host != null && authority(URI.create(origin), host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean authority(URI origin, String host) {
        String authority = origin.getRawAuthority();
        int standard = "https".equals(origin.getScheme()) ? 443 : 80;
        return authority != null
                && withPort(authority, origin.getPort(), standard).equals(withPort(host, portOf(host), standard));
    }

    private static String withPort(String authority, int port, int standard) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return port < 0 ? lower + ":" + standard : lower;
    }

    private static int portOf(String host) {
        return URI.create("any://" + host).getPort();
    }

    private static Form read(Context ctx) throws IOException {
        String type = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
        require(type.split(";")[0].strip().equals(FORM), Reason.UNREADABLE);
        byte[] body = ctx.req().getInputStream().readNBytes(BODY_BYTES + 1);
        require(body.length <= BODY_BYTES, Reason.TOO_LARGE);
        try {
            return Form.parse(new String(body, UTF_8));
        } catch (IllegalArgumentException e) {
            throw new FormRefusedException(Reason.UNREADABLE);
        }
    }

    private boolean tokenMatches(Context ctx, Form form) {
        return cookie.read(ctx)
                .filter(token -> MessageDigest.isEqual(
                        token.getBytes(UTF_8), form.field(FIELD).getBytes(UTF_8)))
                .isPresent();
    }

    private static void require(boolean good, Reason reason) {
        if (!good) {
            throw new FormRefusedException(reason);
        }
    }
}

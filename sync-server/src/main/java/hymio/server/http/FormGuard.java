package hymio.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.http.FormRefusedException.Reason;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The one page to which files are sent. */
    public static final String FILES = "/bundles";
    /** All files of one form. */
    public static final int FILES_BYTES = 16 << 20;

    private static final int BODY_BYTES = 8 * 1024;
    private static final String MULTIPART = "multipart/form-data";
    private static final String MULTIPART_CONFIG = "org.eclipse.jetty.multipartConfig";
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
        if (ctx.path().equals(FILES) && mediaType(ctx).equals(MULTIPART)) {
            return; // strangers may not fill the memory: {@link #files} reads it once we know who sends it
        }
        Form form = read(ctx);
        require(tokenMatches(ctx, form.field(FIELD)), Reason.FORGED);
        ctx.attribute(READ, form);
    }

    /**
     * The files of a form that was sent to {@link #FILES}, held in memory.
     *
     * @throws FormRefusedException when it is no form of ours, or too large
     */
    public List<SentFile> files(Context ctx) throws IOException {
        require(mediaType(ctx).equals(MULTIPART), Reason.UNREADABLE);
        require(ctx.req().getContentLengthLong() <= FILES_BYTES, Reason.FILES_TOO_LARGE);
        Map<String, List<SentFile>> parts = parts(ctx);
        String token = parts.getOrDefault(FIELD, List.of()).stream()
                .map(part -> new String(part.bytes(), UTF_8))
                .findFirst()
                .orElse("");
        require(tokenMatches(ctx, token), Reason.FORGED);
        return parts.values().stream()
                .flatMap(List::stream)
                .filter(part -> !part.name().isBlank())
                .toList();
    }

    private static Map<String, List<SentFile>> parts(Context ctx) throws IOException {
        ctx.req().setAttribute(MULTIPART_CONFIG, new MultipartConfigElement("", FILES_BYTES, FILES_BYTES, FILES_BYTES));
        Map<String, List<SentFile>> parts = new LinkedHashMap<>();
        try {
            for (Part part : ctx.req().getParts()) {
                byte[] bytes = part.getInputStream().readAllBytes();
                parts.computeIfAbsent(String.valueOf(part.getName()), unused -> new ArrayList<>())
                        .add(SentFile.of(part.getSubmittedFileName(), bytes));
            }
        } catch (IOException | ServletException | RuntimeException e) { // how Jetty says that it cannot read them
            throw new FormRefusedException(Reason.UNREADABLE);
        }
        return parts;
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
        require(mediaType(ctx).equals(FORM), Reason.UNREADABLE);
        byte[] body = Bodies.read(ctx, BODY_BYTES + 1).orElseThrow(() -> new FormRefusedException(Reason.UNREADABLE));
        require(body.length <= BODY_BYTES, Reason.TOO_LARGE);
        try {
            return Form.parse(new String(body, UTF_8));
        } catch (IllegalArgumentException e) {
            throw new FormRefusedException(Reason.UNREADABLE);
        }
    }

    private static String mediaType(Context ctx) {
        String type = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
        return type.split(";", 2)[0].strip();
    }

    private boolean tokenMatches(Context ctx, String sent) {
        return cookie.read(ctx)
                .filter(token -> MessageDigest.isEqual(token.getBytes(UTF_8), sent.getBytes(UTF_8)))
                .isPresent();
    }

    private static void require(boolean good, Reason reason) {
        if (!good) {
            throw new FormRefusedException(reason);
        }
    }
}

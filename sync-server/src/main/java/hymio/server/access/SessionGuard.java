package hymio.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.http.BrowserCookie;
import hymio.server.http.LocalPath;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.util.Optional;

/** Knows staff by the session of their browser; others are shown the way to sign in. Thread-safe. */
public final class SessionGuard {
    public static final String SIGN_IN = "/sign-in";

    private static final String ACCOUNT = "hymio.account";

    private final BrowserCookie cookie = new BrowserCookie("session", SameSite.LAX);
    private final SessionStore sessions;

    public SessionGuard(SessionStore sessions) {
        this.sessions = sessions;
    }

    /**
     * Who is signed in in this browser; empty when nobody is: then the answer shows the way to sign in, and no other
     * handler is reached. What is answered is kept in no cache, so that it is gone after sign-out.
     */
    Optional<Account> require(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        Optional<Account> account = find(ctx);
        account.ifPresentOrElse(it -> ctx.attribute(ACCOUNT, it), () -> showTheWay(ctx));
        return account;
    }

    /** Who asks, behind {@link Gate}. */
    public static Account account(Context ctx) {
        Account account = ctx.attribute(ACCOUNT);
        if (account == null) {
            throw new IllegalStateException("no Gate stands before " + ctx.path());
        }
        return account;
    }

    /** The session of this browser, whether it lives or not. */
    public Optional<String> id(Context ctx) {
        return cookie.read(ctx);
    }

    /** Who is signed in in this browser. */
    public Optional<Account> find(Context ctx) {
        boolean renewsItself = ctx.header("HX-Request") != null;
        return cookie.read(ctx).flatMap(id -> sessions.find(id, !renewsItself));
    }

    /** Signs in with an id that nobody saw before, whatever the browser had (no session fixation). */
    public void begin(Context ctx, Account account) {
        cookie.read(ctx).ifPresent(sessions::end);
        cookie.set(ctx, sessions.begin(account, BrowserRule.name(ctx.userAgent())));
    }

    public void end(Context ctx) {
        cookie.read(ctx).ifPresent(sessions::end);
        cookie.remove(ctx);
    }

    private static void showTheWay(Context ctx) {
        if (ctx.header("HX-Request") != null) { // htmx would put a followed redirect into the page
            ctx.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", signInThen(LocalPath.ofPage(ctx)));
        } else {
            boolean canBeAskedAgain = ctx.method().equals(HandlerType.GET);
            ctx.redirect(signInThen(canBeAskedAgain ? LocalPath.ofPage(ctx) : LocalPath.HOME), HttpStatus.FOUND);
        }
        ctx.skipRemainingHandlers();
    }

    private static String signInThen(String next) {
        return next.equals(LocalPath.HOME) ? SIGN_IN : SIGN_IN + "?next=" + URLEncoder.encode(next, UTF_8);
    }
}

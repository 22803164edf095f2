package hymio.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.http.BrowserCookie;
import hymio.server.http.LocalPath;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.util.Optional;

/** Lets in only staff who are signed in; others are shown the way to sign in. Thread-safe. */
public final class SessionGuard {
    public static final String SIGN_IN = "/sign-in";

    private static final String ACCOUNT = "hymio.account";

    private final BrowserCookie cookie = new BrowserCookie("session", SameSite.LAX);
    private final SessionStore sessions;

    public SessionGuard(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** The handler, reached only by staff. What it answers is kept in no cache, so that it is gone after sign-out. */
    public Handler staff(Handler inner) {
        return ctx -> {
            ctx.header("Cache-Control", "no-store");
            Optional<Account> account = find(ctx);
            if (account.isPresent()) {
                ctx.attribute(ACCOUNT, account.get());
                inner.handle(ctx);
            } else {
                showTheWay(ctx);
            }
        };
    }

    /** Who asks, inside of {@link #staff}. */
    public static Account account(Context ctx) {
        Account account = ctx.attribute(ACCOUNT);
        if (account == null) {
            throw new IllegalStateException("no SessionGuard stands before " + ctx.path());
        }
        return account;
    }

    /** Who is signed in in this browser. */
    public Optional<Account> find(Context ctx) {
        boolean renewsItself = ctx.header("HX-Request") != null;
        return cookie.read(ctx).flatMap(id -> sessions.find(id, !renewsItself));
    }

    /** Signs in with an id that nobody saw before, whatever the browser had (no session fixation). */
    public void begin(Context ctx, Account account) {
        cookie.read(ctx).ifPresent(sessions::end);
        cookie.set(ctx, sessions.begin(account));
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
    }

    private static String signInThen(String next) {
        return next.equals(LocalPath.HOME) ? SIGN_IN : SIGN_IN + "?next=" + URLEncoder.encode(next, UTF_8);
    }
}

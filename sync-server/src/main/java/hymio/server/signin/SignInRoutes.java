package hymio.server.signin;

import hymio.server.access.AccountStore;
import hymio.server.access.AttemptStore;
import hymio.server.access.Need;
import hymio.server.access.PasswordLink;
import hymio.server.access.Passwords;
import hymio.server.access.Secrets;
import hymio.server.access.SessionGuard;
import hymio.server.access.SessionStore;
import hymio.server.access.SetupLink;
import hymio.server.access.SignInBackoff;
import hymio.server.db.Db;
import hymio.server.http.FormGuard;
import hymio.server.http.FormRefusedException;
import hymio.server.http.SecurityHeaders;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;

/** Sign-in of staff, put together, and its routes. */
public final class SignInRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BUSY_SECONDS = 10;

    private final FormGuard forms;
    private final SessionGuard sessions;
    private final SetupLink setupLink;
    private final Answers answers;
    private final SignInPage signIn;
    private final SetupPage setup;
    private final AccountPage account;

    /** @param language what the reader of an answer reads */
    public SignInRoutes(Db db, InstantSource clock, SignInViews views, Function<Context, Locale> language) {
        this(db, clock, views, language, new Passwords(new SecureRandom(), PATIENCE, Passwords.AT_ONCE));
    }

    SignInRoutes(
            Db db, InstantSource clock, SignInViews views, Function<Context, Locale> language, Passwords passwords) {
        Secrets secrets = new Secrets(new SecureRandom());
        AccountStore accounts = new AccountStore(db);
        SessionStore sessionStore = new SessionStore(db, secrets, clock);
        SignInBackoff backoff = new SignInBackoff(new AttemptStore(db, clock), clock);
        forms = new FormGuard(secrets::token);
        sessions = new SessionGuard(sessionStore);
        setupLink = new SetupLink(db, secrets, clock);
        answers = new Answers(views, forms, language);
        signIn = new SignInPage(accounts, passwords, backoff, sessions, answers);
        setup = new SetupPage(setupLink, new PasswordLink(db, secrets, clock), passwords, sessions, answers);
        account = new AccountPage(accounts, sessionStore, sessions, passwords, backoff, answers);
    }

    /** Who is signed in; for the gate before all routes. */
    public SessionGuard sessions() {
        return sessions;
    }

    /** Gives pages the token for their forms. */
    public FormGuard forms() {
        return forms;
    }

    /** To be renewed when the server starts. */
    public SetupLink setupLink() {
        return setupLink;
    }

    /** To be called before other routes: it guards their forms and puts headers on their answers. */
    public void register(RoutesConfig routes) {
        routes.before(SecurityHeaders::put);
        routes.before(forms::check);
        routes.exception(
                FormRefusedException.class,
                (e, ctx) -> answers.message(ctx, e.reason().status(), SignInMessage.of(e.reason())));
        routes.exception(Passwords.BusyException.class, (unused, ctx) -> busy(ctx));

        routes.get(SessionGuard.SIGN_IN, signIn::show, Need.Open.EVERYONE);
        routes.post(SessionGuard.SIGN_IN, signIn::signIn, Need.Open.EVERYONE);
        routes.post("/sign-out", signIn::signOut, Need.Open.EVERYONE);
        routes.get("/setup", setup::show, Need.Open.EVERYONE);
        routes.post("/setup", setup::setUp, Need.Open.EVERYONE);
        routes.get(AccountPage.PATH, account::show, Need.Self.SIGNED_IN);
        routes.post(AccountPage.PATH + "/password", account::changePassword, Need.Self.SIGNED_IN);
        routes.post(AccountPage.PATH + "/sessions", account::endSession, Need.Self.SIGNED_IN);
    }

    private void busy(Context ctx) {
        ctx.header("Retry-After", String.valueOf(BUSY_SECONDS));
        answers.message(ctx, HttpStatus.SERVICE_UNAVAILABLE.getCode(), SignInMessage.BUSY);
    }
}

package hymio.server.signin;

import hymio.server.access.AccountStore;
import hymio.server.access.Passwords;
import hymio.server.access.SessionGuard;
import hymio.server.access.SignInBackoff;
import hymio.server.http.Form;
import hymio.server.http.FormGuard;
import hymio.server.http.LocalPath;
import hymio.server.http.Peer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** {@code /sign-in} and {@code /sign-out}. */
final class SignInPage {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final SignInBackoff backoff;
    private final SessionGuard sessions;
    private final Answers answers;

    SignInPage(
            AccountStore accounts, Passwords passwords, SignInBackoff backoff, SessionGuard sessions, Answers answers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.backoff = backoff;
        this.sessions = sessions;
        this.answers = answers;
    }

    void show(Context ctx) {
        if (sessions.find(ctx).isPresent()) {
            goOn(ctx);
        } else if (accounts.none()) {
            answers.signIn(ctx, HttpStatus.OK, Optional.of(SignInMessage.NO_ACCOUNT), "");
        } else {
            answers.signIn(ctx, HttpStatus.OK, Optional.empty(), "");
        }
    }

    void signIn(Context ctx) {
        Form form = FormGuard.form(ctx);
        String name = form.field("name");
        String network = Peer.network(ctx);
        int wait = backoff.begin(name, network);
        if (wait > 0) {
            ctx.header("Retry-After", String.valueOf(wait));
            answers.signIn(ctx, HttpStatus.TOO_MANY_REQUESTS, Optional.of(SignInMessage.WAIT), name);
            return;
        }
        Optional<AccountStore.Known> known = accounts.find(name);
        if (!passwords.matches(form.field("password"), known.flatMap(AccountStore.Known::passwordHash))) {
            answers.signIn(ctx, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(SignInMessage.WRONG), name);
            return;
        }
        backoff.succeeded(name, network);
        sessions.begin(ctx, known.orElseThrow().account());
        goOn(ctx);
    }

    void signOut(Context ctx) {
        sessions.end(ctx);
        ctx.redirect(SessionGuard.SIGN_IN, HttpStatus.SEE_OTHER);
    }

    private static void goOn(Context ctx) {
        ctx.redirect(LocalPath.orHome(ctx.queryParam("next")), HttpStatus.SEE_OTHER);
    }
}

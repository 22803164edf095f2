package hymio.server.signin;

import hymio.server.access.Account;
import hymio.server.access.AccountStore;
import hymio.server.access.Passwords;
import hymio.server.access.Permit;
import hymio.server.access.SessionGuard;
import hymio.server.access.SessionStore;
import hymio.server.access.SignInBackoff;
import hymio.server.http.Form;
import hymio.server.http.FormGuard;
import hymio.server.http.Peer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** {@code /account}: one's own password and sessions. */
final class AccountPage {
    static final String PATH = "/account";

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final SessionGuard guard;
    private final Passwords passwords;
    private final SignInBackoff backoff;
    private final Answers answers;

    AccountPage(
            AccountStore accounts,
            SessionStore sessions,
            SessionGuard guard,
            Passwords passwords,
            SignInBackoff backoff,
            Answers answers) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.guard = guard;
        this.passwords = passwords;
        this.backoff = backoff;
        this.answers = answers;
    }

    void show(Context ctx) {
        show(ctx, HttpStatus.OK, Optional.empty());
    }

    /** With the old password, since whoever finds an open browser must not take the account. Other sessions end. */
    void changePassword(Context ctx) {
        Form form = FormGuard.form(ctx);
        Account account = SessionGuard.account(ctx);
        Optional<SignInMessage> fault = NewPassword.fault(form, account.name());
        if (fault.isPresent()) {
            show(ctx, HttpStatus.UNPROCESSABLE_CONTENT, fault);
            return;
        }
        int wait = backoff.begin(account.name(), Peer.network(ctx));
        if (wait > 0) {
            ctx.header("Retry-After", String.valueOf(wait));
            show(ctx, HttpStatus.TOO_MANY_REQUESTS, Optional.of(SignInMessage.WAIT));
        } else if (!knows(account, form.field("old"))) {
            show(ctx, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(SignInMessage.OLD_WRONG));
        } else {
            backoff.succeeded(account.name(), Peer.network(ctx));
            accounts.setPassword(
                    account,
                    passwords.hash(form.field("password")),
                    Permit.of(ctx).by());
            sessions.endOthers(account, here(ctx), Permit.of(ctx).by());
            show(ctx, HttpStatus.OK, Optional.of(SignInMessage.PASSWORD_CHANGED));
        }
    }

    /** Ends the session named by {@code session}, or all others when none is named. */
    void endSession(Context ctx) {
        Account account = SessionGuard.account(ctx);
        String named = FormGuard.form(ctx).field("session");
        if (named.isEmpty()) {
            sessions.endOthers(account, here(ctx), Permit.of(ctx).by());
        } else {
            sessions.end(account, named, Permit.of(ctx).by());
        }
        ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    private boolean knows(Account account, String password) {
        return passwords.matches(password, accounts.find(account.name()).flatMap(AccountStore.Known::passwordHash));
    }

    private String here(Context ctx) {
        return guard.id(ctx).orElse("");
    }

    private void show(Context ctx, HttpStatus status, Optional<SignInMessage> message) {
        Account account = SessionGuard.account(ctx);
        answers.account(
                ctx, status, new SignInViews.AccountView(account.name(), sessions.list(account, here(ctx)), message));
    }
}

package hymio.server.signin;

import hymio.server.access.Account;
import hymio.server.access.AccountStore;
import hymio.server.access.PasswordLink;
import hymio.server.access.Passwords;
import hymio.server.access.SessionGuard;
import hymio.server.access.SetupLink;
import hymio.server.http.Form;
import hymio.server.http.FormGuard;
import hymio.server.http.LocalPath;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /setup}: whoever has a one-time link sets a password and is signed in; the first administrator chooses a name,
 * too.
 */
final class SetupPage {
    private static final Logger LOG = LoggerFactory.getLogger(SetupPage.class);

    private final SetupLink first;
    private final PasswordLink links;
    private final Passwords passwords;
    private final SessionGuard sessions;
    private final Answers answers;

    SetupPage(SetupLink first, PasswordLink links, Passwords passwords, SessionGuard sessions, Answers answers) {
        this.first = first;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.answers = answers;
    }

    void show(Context ctx) {
        String token = Optional.ofNullable(ctx.queryParam("token")).orElse("");
        if (first.stands(token)) {
            answers.setup(ctx, token, Optional.empty(), "");
        } else {
            links.find(token)
                    .ifPresentOrElse(
                            account -> answers.password(ctx, token, Optional.empty(), account.name()), () -> gone(ctx));
        }
    }

    void setUp(Context ctx) {
        Form form = FormGuard.form(ctx);
        String token = form.field("token");
        if (first.stands(token)) { // before the costly hash
            setUpFirst(ctx, form, token);
        } else {
            links.find(token).ifPresentOrElse(account -> setPassword(ctx, form, token, account), () -> gone(ctx));
        }
    }

    private void setUpFirst(Context ctx, Form form, String token) {
        String name = form.field("name");
        Optional<SignInMessage> fault =
                AccountStore.fit(name) ? NewPassword.fault(form, name) : Optional.of(SignInMessage.NAME);
        if (fault.isPresent()) {
            answers.setup(ctx, token, fault, name);
            return;
        }
        Optional<Account> account = first.use(token, name, passwords.hash(form.field("password")));
        if (account.isPresent()) {
            LOG.info("The first administrator has set a password; the set-up link works no more.");
        }
        account.ifPresentOrElse(it -> welcome(ctx, it), () -> gone(ctx));
    }

    private void setPassword(Context ctx, Form form, String token, Account account) {
        Optional<SignInMessage> fault = NewPassword.fault(form, account.name());
        if (fault.isPresent()) {
            answers.password(ctx, token, fault, account.name());
            return;
        }
        links.use(token, passwords.hash(form.field("password")))
                .ifPresentOrElse(it -> welcome(ctx, it), () -> gone(ctx));
    }

    private void welcome(Context ctx, Account account) {
        sessions.begin(ctx, account);
        ctx.redirect(LocalPath.HOME, HttpStatus.SEE_OTHER);
    }

    private void gone(Context ctx) {
        answers.message(ctx, HttpStatus.GONE.getCode(), SignInMessage.LINK_GONE);
    }
}

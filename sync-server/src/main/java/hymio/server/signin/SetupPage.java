package hymio.server.signin;

import hymio.server.access.Account;
import hymio.server.access.AccountStore;
import hymio.server.access.PasswordRule;
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

/** {@code /setup}: the first administrator chooses name and password, and is signed in. */
final class SetupPage {
    private static final Logger LOG = LoggerFactory.getLogger(SetupPage.class);

    private final SetupLink link;
    private final Passwords passwords;
    private final SessionGuard sessions;
    private final Answers answers;

    SetupPage(SetupLink link, Passwords passwords, SessionGuard sessions, Answers answers) {
        this.link = link;
        this.passwords = passwords;
        this.sessions = sessions;
        this.answers = answers;
    }

    void show(Context ctx) {
        String token = Optional.ofNullable(ctx.queryParam("token")).orElse("");
        if (link.stands(token)) {
            answers.setup(ctx, token, Optional.empty(), "");
        } else {
            gone(ctx);
        }
    }

    void setUp(Context ctx) {
        Form form = FormGuard.form(ctx);
        String token = form.field("token");
        if (!link.stands(token)) { // before the costly hash
            gone(ctx);
            return;
        }
        Optional<SignInMessage> fault = fault(form);
        if (fault.isPresent()) {
            answers.setup(ctx, token, fault, form.field("name"));
            return;
        }
        link.use(token, form.field("name"), passwords.hash(form.field("password")))
                .ifPresentOrElse(account -> welcome(ctx, account), () -> gone(ctx));
    }

    private static Optional<SignInMessage> fault(Form form) {
        String password = form.field("password");
        if (!AccountStore.fit(form.field("name"))) {
            return Optional.of(SignInMessage.NAME);
        }
        if (!password.equals(form.field("again"))) {
            return Optional.of(SignInMessage.DIFFERENT);
        }
        return PasswordRule.fault(form.field("name"), password).map(SignInMessage::of);
    }

    private void welcome(Context ctx, Account account) {
        LOG.info("The first administrator has set a password; the set-up link works no more.");
        sessions.begin(ctx, account);
        ctx.redirect(LocalPath.HOME, HttpStatus.SEE_OTHER);
    }

    private void gone(Context ctx) {
        answers.message(ctx, HttpStatus.GONE.getCode(), SignInMessage.LINK_GONE);
    }
}

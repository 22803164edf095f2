package hymio.server.signin;

import hymio.server.http.FormGuard;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Sends the pages of sign-in, in the reader's language, kept in no cache. */
final class Answers {
    private final SignInViews views;
    private final FormGuard forms;
    private final Function<Context, Locale> language;

    Answers(SignInViews views, FormGuard forms, Function<Context, Locale> language) {
        this.views = views;
        this.forms = forms;
        this.language = language;
    }

    void signIn(Context ctx, HttpStatus status, Optional<SignInMessage> message, String nameTyped) {
        send(
                ctx,
                status.getCode(),
                views.signIn(language.apply(ctx), forms.token(ctx), message.map(SignInMessage::key), nameTyped));
    }

    /** The form again with what is wrong, or for the first time. */
    void setup(Context ctx, String token, Optional<SignInMessage> message, String nameTyped) {
        HttpStatus status = message.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        send(
                ctx,
                status.getCode(),
                views.setup(language.apply(ctx), forms.token(ctx), token, message.map(SignInMessage::key), nameTyped));
    }

    void password(Context ctx, String token, Optional<SignInMessage> message, String name) {
        HttpStatus status = message.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        send(
                ctx,
                status.getCode(),
                views.password(language.apply(ctx), forms.token(ctx), token, message.map(SignInMessage::key), name));
    }

    void account(Context ctx, HttpStatus status, SignInViews.AccountView view) {
        send(ctx, status.getCode(), views.account(language.apply(ctx), forms.token(ctx), view));
    }

    void message(Context ctx, int status, SignInMessage message) {
        send(ctx, status, views.message(language.apply(ctx), message.key(), status));
    }

    private static void send(Context ctx, int status, String html) {
        ctx.status(status).header("Cache-Control", "no-store").html(html);
    }
}

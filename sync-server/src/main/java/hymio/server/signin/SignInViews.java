package hymio.server.signin;

import hymio.server.access.SessionStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The pages of sign-in as HTML. Their forms post {@code application/x-www-form-urlencoded} and carry the hidden field
 * {@link hymio.server.http.FormGuard#FIELD}. Message keys are those of {@link SignInMessage}.
 */
public interface SignInViews {
    /**
     * The form to sign in: fields {@code name} and {@code password}, posted to the address it was shown at (no
     * {@code action}), which holds the page to go to then.
     *
     * @param csrf for the hidden field
     * @param nameTyped what stands in the name field
     */
    String signIn(Locale language, String csrf, Optional<String> messageKey, String nameTyped);

    /**
     * The form of the first administrator: fields {@code token} (hidden), {@code name}, {@code password} and
     * {@code again}, posted to {@code /setup}.
     *
     * @param csrf for the hidden field
     * @param token for the hidden field {@code token}
     * @param nameTyped what stands in the name field
     */
    String setup(Locale language, String csrf, String token, Optional<String> messageKey, String nameTyped);

    /**
     * The form by which somebody with a one-time link sets a password: fields {@code token} (hidden), {@code password}
     * and {@code again}, posted to {@code /setup}.
     *
     * @param name of the account
     */
    String password(Locale language, String csrf, String token, Optional<String> messageKey, String name);

    /** What {@code /account} shows. */
    record AccountView(String name, List<SessionStore.Session> sessions, Optional<SignInMessage> message) {}

    /**
     * One's own account: a form to {@code /account/password} with fields {@code old}, {@code password} and
     * {@code again}, and forms to {@code /account/sessions} with the handle of a {@code session}, or none for all
     * others.
     */
    String account(Locale language, String csrf, AccountView view);

    /** A page with one message. */
    String message(Locale language, String messageKey, int status);
}

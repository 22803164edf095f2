package hymio.server.signin;

import hymio.server.access.PasswordRule;
import hymio.server.http.Form;
import java.util.Optional;

/** The two fields of a form in which somebody chooses a password: {@code password} and {@code again}. */
final class NewPassword {
    /** What is wrong with what was typed; empty when it may be taken. */
    static Optional<SignInMessage> fault(Form form, String name) {
        String password = form.field("password");
        return password.equals(form.field("again"))
                ? PasswordRule.fault(name, password).map(SignInMessage::of)
                : Optional.of(SignInMessage.DIFFERENT);
    }

    private NewPassword() {}
}

package hymio.server;

import hymio.server.signin.SignInViews;
import hymio.server.staff.StaffViews;
import java.util.Locale;
import java.util.Optional;

/** Draws the forms of signing in as the staff's pages look. */
record FormViews(StaffViews views) implements SignInViews {
    @Override
    public String signIn(Locale language, String csrf, Optional<String> messageKey, String nameTyped) {
        return views.signIn(language.getLanguage(), csrf, messageKey, nameTyped);
    }

    @Override
    public String setup(Locale language, String csrf, String token, Optional<String> messageKey, String nameTyped) {
        return views.setup(language.getLanguage(), csrf, token, messageKey, nameTyped);
    }

    @Override
    public String message(Locale language, String messageKey, int status) {
        return views.message(language.getLanguage(), messageKey, status);
    }
}

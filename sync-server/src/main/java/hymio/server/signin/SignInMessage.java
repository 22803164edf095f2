package hymio.server.signin;

import hymio.server.access.PasswordRule;
import hymio.server.http.FormRefusedException;

/** Everything sign-in may have to say; each has a text in every language. */
public enum SignInMessage {
    WRONG("sign-in.wrong"),
    WAIT("sign-in.wait"),
    BUSY("sign-in.busy"),
    NO_ACCOUNT("sign-in.no-account"),
    NAME("setup.name"),
    TOO_SHORT("setup.too-short"),
    TOO_LONG("setup.too-long"),
    IS_NAME("setup.is-name"),
    ONE_CHARACTER("setup.one-character"),
    DIFFERENT("setup.different"),
    LINK_GONE("setup.link-gone"),
    OLD_WRONG("account.old-wrong"),
    PASSWORD_CHANGED("account.changed"),
    FORGED("form.forged"),
    TOO_LARGE("form.too-large"),
    FILES_TOO_LARGE("form.files-too-large"),
    UNREADABLE("form.unreadable");

    private final String key;

    SignInMessage(String key) {
        this.key = key;
    }

    /** Of the resource bundle. */
    public String key() {
        return key;
    }

    static SignInMessage of(PasswordRule.Fault fault) {
        return switch (fault) {
            case TOO_SHORT -> TOO_SHORT;
            case TOO_LONG -> TOO_LONG;
            case IS_NAME -> IS_NAME;
            case ONE_CHARACTER -> ONE_CHARACTER;
        };
    }

    static SignInMessage of(FormRefusedException.Reason reason) {
        return switch (reason) {
            case FORGED -> FORGED;
            case TOO_LARGE -> TOO_LARGE;
            case FILES_TOO_LARGE -> FILES_TOO_LARGE;
            case UNREADABLE -> UNREADABLE;
        };
    }
}

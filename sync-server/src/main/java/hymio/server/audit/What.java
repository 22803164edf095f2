package hymio.server.audit;

import java.util.Locale;

/** Every kind of change. The words stay: logs are kept for years. */
public enum What {
    LOCATION_ADD,
    CODE_MAKE,
    TERMINAL_ENROL,
    TERMINAL_SWAP,
    TERMINAL_REVOKE,
    SETTING_SET,
    SETTING_REMOVE,
    QUESTIONNAIRE_PUBLISH,
    BUNDLE_TAKE,
    ACCOUNT_ADD,
    ACCOUNT_ROLE,
    ACCOUNT_RESET,
    ACCOUNT_DISABLE,
    PASSWORD_SET,
    SESSION_END,
    TOKEN_ADD,
    TOKEN_REVOKE;

    /** In the database and on the command line: {@code terminal-revoke}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package hymio.server.http;

/** Every kind of error answer. The words never change: scripts and terminals act on them (docs/wire.md). */
public enum ProblemWord {
    BAD_MESSAGE("bad-message", 400, "The message cannot be read"),
    WIRE_VERSION("wire-version", 400, "Unknown wire version"),
    NOT_SIGNED_IN("not-signed-in", 401, "Not signed in"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    TERMINAL_REVOKED("terminal-revoked", 403, "Terminal revoked"),
    TERMINAL_REPLACED("terminal-replaced", 403, "Another machine took over"),
    NOT_FOUND("not-found", 404, "Not found"),
    CODE_UNKNOWN("code-unknown", 404, "Unknown enrolment code"),
    METHOD("method", 405, "Method not allowed"),
    CODE_USED("code-used", 409, "Code already used"),
    EXISTS("exists", 409, "Exists already with other content"),
    JOURNAL_TAKEN("journal-taken", 409, "Journal of another terminal"),
    CODE_EXPIRED("code-expired", 410, "Code expired"),
    TOO_LARGE("too-large", 413, "Body too large"),
    MEDIA_TYPE("media-type", 415, "Unsupported media type"),
    BAD_VALUE("bad-value", 422, "Value out of range"),
    BUNDLE_SIGNATURE("bundle-signature", 422, "Signature of the bundle is wrong"),
    TOO_MANY("too-many", 429, "Too many wrong attempts"),
    FAULT("fault", 500, "Fault of the server"),
    BUSY("busy", 503, "Server busy"),
    STORAGE("storage", 503, "Storage failing");

    private final String word;
    private final int status;
    private final String title;

    ProblemWord(String word, int status, String title) {
        this.word = word;
        this.status = status;
        this.title = title;
    }

    public String word() {
        return word;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}

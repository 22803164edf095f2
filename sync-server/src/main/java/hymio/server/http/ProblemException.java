package hymio.server.http;

/** Ends a request with a problem answer. */
public final class ProblemException extends RuntimeException {
    private final ProblemWord word;
    private final int retryAfterSeconds;

    /** @param detail what happened here and what to do about it, fit to show to a person */
    public ProblemException(ProblemWord word, String detail) {
        this(word, detail, 0);
    }

    /** @param retryAfterSeconds when to come again, 0 to leave it to the caller */
    public ProblemException(ProblemWord word, String detail, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.word = word;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ProblemException badValue(String field, String why) {
        return new ProblemException(ProblemWord.BAD_VALUE, field + " " + why);
    }

    public static ProblemException noLocation(String id) {
        return new ProblemException(ProblemWord.NOT_FOUND, "There is no location " + id + ".");
    }

    public ProblemWord word() {
        return word;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

package hymio.kiosk.visit;

/**
 * A comment being written.
 *
 * @param text at most {@link hymio.wire.Limits#COMMENT} characters
 * @param shift whether the next letter is a capital
 * @param signs whether the keyboard shows digits and signs
 */
public record Draft(String text, boolean shift, boolean signs) {
    /** Sentences begin with a capital. */
    public static final Draft EMPTY = new Draft("", true, false);

    @Override
    public String toString() {
        return "Draft[" + text.length() + " characters]"; // what somebody writes must not end in a log
    }
}

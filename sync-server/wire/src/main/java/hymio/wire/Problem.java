package hymio.wire;

/**
 * An error answer, RFC 9457.
 *
 * @param type {@code urn:hymio:problem:} and a word that never changes, such as {@code code-used}
 * @param title the same for every problem of the type
 * @param status HTTP status
 * @param detail what happened here and what to do about it
 */
public record Problem(String type, String title, int status, String detail) {
    public static final String PREFIX = "urn:hymio:problem:";

    public static Problem of(String word, int status, String title, String detail) {
        return new Problem(PREFIX + word, title, status, detail);
    }

    /** The type without its prefix, such as {@code code-used}. */
    public String word() {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }
}

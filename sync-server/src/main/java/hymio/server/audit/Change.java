package hymio.server.audit;

/**
 * What was changed; never a secret, and nothing that a visitor wrote.
 *
 * @param subject what it was done to: an id or a name
 * @param location where it holds, as an id; empty when it holds everywhere
 * @param before in a few words; empty when there was nothing
 * @param after in a few words; empty when there is nothing now
 */
public record Change(What what, String subject, String location, String before, String after) {
    /** Longer ones are cut: the log says what happened and is no second copy. */
    static final int LONGEST = 200;

    public Change {
        subject = cut(subject);
        before = cut(before);
        after = cut(after);
    }

    /** Something that was not there before, or happened once. */
    public static Change made(What what, String subject, String location, String after) {
        return new Change(what, subject, location, "", after);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}

package hymio.provisioning.print;

/** Text from elsewhere made fit for a console. */
public final class PlainText {
    /**
     * The text without characters that move the cursor, colour the console or turn the reading direction; each becomes
     * a space, and soft hyphens go.
     */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0x00AD)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Columns that a plain text takes on a console; combining marks take none. */
    static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    private PlainText() {}
}

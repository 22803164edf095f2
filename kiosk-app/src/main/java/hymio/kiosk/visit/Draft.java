package hymio.kiosk.visit;

import hymio.wire.Limits;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * A comment being written.
 *
 * @param text at most {@link Limits#COMMENT} characters
 * @param shift whether the next letter is a capital
 * @param signs whether the keyboard shows digits and signs
 */
public record Draft(String text, boolean shift, boolean signs) {
    /** Sentences begin with a capital. */
    public static final Draft EMPTY = new Draft("", true, false);

    /**
     * With more text, if there is room for it; what cannot be stored is left out. The page of keys stays: times and
     * lists have spaces.
     */
    Draft added(String more) {
        String clean = storable(more);
        String longer = text + clean;
        return clean.isEmpty() || longer.length() > Limits.COMMENT
                ? this
                : new Draft(longer, beginsSentence(longer), signs);
    }

    /** Without its last letter, whatever that is made of. */
    Draft erased() {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        letters.last();
        int start = letters.previous();
        String shorter = start == BreakIterator.DONE ? "" : text.substring(0, start);
        return new Draft(shorter, beginsSentence(shorter), signs);
    }

    Draft shifted() {
        return new Draft(text, !shift, signs);
    }

    Draft turned() {
        return new Draft(text, shift, !signs);
    }

    /** No control characters, no half of a character. */
    private static String storable(String text) {
        return text.codePoints()
                .filter(it -> !Character.isISOControl(it) && Character.getType(it) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean beginsSentence(String text) {
        String before = text.stripTrailing();
        boolean spaced = before.length() < text.length();
        return before.isEmpty() || (spaced && ".!?".indexOf(before.charAt(before.length() - 1)) >= 0);
    }

    @Override
    public String toString() {
        return "Draft[" + text.length() + " characters]"; // what somebody writes must not end in a log
    }
}

package hymio.kiosk.sound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it is given to the voice. Pure. */
final class SpokenText {
    /** Characters; room for a question, its options and a help line, each within the wire's limit. */
    static final int LONGEST = 1_000;

    /** Soft hyphens, marks of direction, halves of a character: for the eye, or for nobody. */
    private static final Pattern UNSPOKEN = Pattern.compile("[\\p{Cf}\\p{Cs}]");
    /** Control characters are commands to espeak-ng, and [[…]] its phonemes. */
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\[\\]\\s]+");

    private static final Pattern SENTENCE_END = Pattern.compile("[.?!…؟]['\"”’»)]*(?=\\s)");

    private SpokenText() {}

    /** Clean and within {@link #LONGEST}; empty when nothing in it can be said. */
    static String of(String text) {
        String begin = cut(text);
        String clean = SPACES.matcher(UNSPOKEN.matcher(begin).replaceAll("")).replaceAll(" ");
        return clean.strip();
    }

    /** At the last end of a sentence, else between words, else anywhere. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String begin = text.substring(0, LONGEST + 1); // one more, to see whether a sentence just ends
        int end = 0;
        for (Matcher sentence = SENTENCE_END.matcher(begin); sentence.find(); ) {
            end = sentence.end();
        }
        if (end == 0) {
            end = begin.lastIndexOf(' ');
        }
        return begin.substring(0, end > 0 ? end : LONGEST);
    }
}

package hymio.wire;

import java.util.regex.Pattern;

/** Every bound of the contract. Both sides check them; a value outside is refused with its name, never cut to fit. */
public final class Limits {
    /** Bytes of a request body as sent (gzip or not). */
    public static final int BODY_BYTES = 1 << 20;
    /** Bytes of a request body once unpacked. */
    public static final int UNPACKED_BYTES = 8 << 20;
    /** Bytes of an answer that a terminal reads. */
    public static final int ANSWER_BYTES = 1 << 20;

    public static final int BATCH_RESPONSES = 1_000;
    /** Different clock readings in one batch. */
    public static final int BATCH_CLOCKS = 1_000;
    /** Highest number of a response or visit: a terminal pressed once a second for 30 000 years. */
    public static final long NUMBER = 1_000_000_000_000L;
    /** Highest number of an option. 0 is for the 0–10 scale. */
    public static final int OPTION = 99;
    /** Milliseconds since 1970: wall clocks from 1970 to 2200. */
    public static final long WALL_MILLIS = 7_258_118_400_000L;
    /** Milliseconds a boot can last: 100 years. */
    public static final long UPTIME_MILLIS = 3_155_760_000_000L;
    /** Characters of a text that people read on the terminal. */
    public static final int TEXT = 200;
    /** Characters of the name of a location or terminal. */
    public static final int NAME = 80;
    /** Characters of a version, a code or a problem word. */
    public static final int WORD = 80;

    public static final int QUESTIONS = 10;
    /** Choices of one question: what a screen shows without scrolling. */
    public static final int CHOICES = 6;
    /** Characters of a visitor's comment. */
    public static final int COMMENT = 500;
    /** Characters of a logo: a PNG of 48 KiB in base64. */
    public static final int LOGO = 65_536;
    /** Pixels of a logo's width or height: a small file can unpack to more than a terminal's memory. */
    public static final int LOGO_PIXELS = 2_000;
    /** Versions of the misuse rule there may ever be. */
    public static final int MISUSE_RULE = 999;

    /** Batches of one bundle: with the body's limits, some 50 000 responses. */
    public static final int BUNDLE_BATCHES = 50;

    /** Conflicts that one answer lists. */
    public static final int CONFLICTS = 100;

    /** Ranges of missing numbers that one receipt names. */
    public static final int MISSING = 100;

    public static final int PROBLEMS = 20;
    /** Longest wait that a server may ask of a terminal, seconds. */
    public static final int WAIT_SECONDS = 86_400;
    /** Smallest and largest number of characters of a secret that a terminal mints. */
    public static final int SECRET_MIN = 32;

    public static final int SECRET_MAX = 128;

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern QUESTION_KEY = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?@[1-9][0-9]{0,5}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[a-z]{2,8})?");

    /** Identifiers of locations, questionnaires and questions: 1–40 small letters, digits and hyphens. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A question and its version, such as {@code service@1}. */
    public static boolean isQuestionKey(String text) {
        return QUESTION_KEY.matcher(text).matches();
    }

    /** A language as {@code fi}, {@code sv}, {@code en} or a variant as {@code fi-simple}. */
    public static boolean isLanguage(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    private Limits() {}
}

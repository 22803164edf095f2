package hymio.kiosk.visit;

import hymio.kiosk.visit.MaskRule.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finnish personal identity codes in a text, version 1 of the {@link MaskRule}. Pure.
 *
 * <p>A code is the day of birth as DDMMYY, a sign for the century, three digits and a check character: the number made
 * of the nine digits, modulo 31, chooses it. Source: Digital and Population Data Services Agency (DVV), "The personal
 * identity code", with the signs in use since 2023 (Government decree of 8 July 2022).
 */
final class IdentityCode {
    private static final String CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String SIGNS_1800 = "+";
    private static final String SIGNS_1900 = "-YXWVU";
    private static final String SIGNS_2000 = "ABCDEF";
    private static final int SIGN = 6;
    private static final int CHECK = 10;
    private static final int LENGTH = 11;
    /** Stands where somebody left the sign out. */
    private static final char NONE = ' ';

    /**
     * What may be a code, as it stands in the text.
     *
     * @param code its eleven characters, with capitals
     * @param parted whether spaces or full stops stood between them
     */
    private record Found(String code, boolean parted, int end) {}

    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) ? end(text, i) : i;
            if (end > i) {
                found.add(new Span(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return found;
    }

    /** Where a code that begins here ends; {@code start} when there is none. */
    private static int end(String text, int start) {
        StringBuilder code = new StringBuilder();
        int at = start;
        boolean parted = false;
        while (code.length() < LENGTH) {
            if (at < text.length() && gap(text.charAt(at), code.length())) {
                parted = true;
                at++;
            }
            if (at >= text.length()) {
                return start;
            }
            char c = taken(text.charAt(at), code.length());
            if (!fits(c, code.length())) {
                return start;
            }
            at += c == NONE ? 0 : 1;
            code.append(c);
        }
        Found found = new Found(code.toString(), parted, at);
        boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        return ends && names(found) ? at : start;
    }

    /** People write "01 01 90 - 123 A" and "01.01.90-123A". */
    private static boolean gap(char c, int position) {
        boolean space = c == ' ' || c == '\u00A0';
        return switch (position) {
            case 2, 4 -> space || c == '.';
            case SIGN, SIGN + 1, CHECK -> space;
            default -> false;
        };
    }

    private static char taken(char c, int position) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return position == SIGN ? NONE : (char) ('0' + digit);
        }
        return Dash.is(c) ? '-' : String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0);
    }

    private static boolean fits(char c, int position) {
        return switch (position) {
            case SIGN -> c == NONE || (SIGNS_1800 + SIGNS_1900 + SIGNS_2000).indexOf(c) >= 0;
            case CHECK -> Character.isLetterOrDigit(c);
            default -> c >= '0' && c <= '9';
        };
    }

    /** Written in one piece it is masked even with a wrong check character: a slip of the finger hides nobody. */
    private static boolean names(Found found) {
        boolean surely = !found.parted() && found.code().charAt(SIGN) != NONE;
        return dated(found.code()) && (surely || checked(found.code()));
    }

    private static boolean dated(String code) {
        int day = Integer.parseInt(code.substring(0, 2));
        int month = Integer.parseInt(code.substring(2, 4));
        int year = century(code.charAt(SIGN)) + Integer.parseInt(code.substring(4, SIGN));
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int century(char sign) {
        return SIGNS_1800.indexOf(sign) >= 0 ? 1800 : SIGNS_1900.indexOf(sign) >= 0 ? 1900 : 2000;
    }

    private static boolean checked(String code) {
        long number = Long.parseLong(code.substring(0, SIGN) + code.substring(SIGN + 1, CHECK));
        return CHECKS.charAt((int) (number % CHECKS.length())) == code.charAt(CHECK);
    }

    private IdentityCode() {}
}

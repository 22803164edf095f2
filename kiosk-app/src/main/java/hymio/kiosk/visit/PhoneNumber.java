package hymio.kiosk.visit;

import hymio.kiosk.visit.MaskRule.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Phone numbers in a text, version 1 of the {@link MaskRule}. Pure.
 *
 * <p>Sources: ITU-T E.164 (a plus or an international prefix, up to 15 digits) and Traficom's numbering plan (in
 * Finland an area or operator code begins with 0, the international prefix is 00).
 */
final class PhoneNumber {
    private static final int LEAST_DIGITS = 7;
    private static final int LEAST_DIGITS_AFTER_00 = 11;

    /**
     * Groups of digits with nothing between them but spaces, dashes and brackets.
     *
     * @param plus whether a plus stands before the first; then full stops may stand between them, too
     */
    private record Chain(String text, List<Span> groups, boolean plus) {
        /** The groups from this one on. */
        Chain from(int index) {
            return new Chain(text, groups.subList(index, groups.size()), plus && index == 0);
        }

        String group(int index) {
            return ascii(text, groups.get(index));
        }

        List<String> all() {
            return groups.stream().map(it -> ascii(text, it)).toList();
        }

        int digits() {
            return groups.stream().mapToInt(it -> it.end() - it.start()).sum();
        }

        int start() {
            return groups.getFirst().start();
        }

        int end() {
            return groups.getLast().end();
        }
    }

    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (Character.isDigit(text.charAt(i))) {
                Chain chain = chain(text, i);
                number(chain, found);
                i = chain.end();
            } else {
                i++;
            }
        }
        return found;
    }

    private static Chain chain(String text, int start) {
        boolean plus = start > 0 && text.charAt(start - 1) == '+';
        List<Span> groups = new ArrayList<>();
        int at = start;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            groups.add(new Span(at, end));
            at = end;
            while (at < text.length() && joins(text.charAt(at), plus)) {
                at++;
            }
        }
        return new Chain(text, groups, plus);
    }

    private static boolean joins(char c, boolean plus) {
        return c == ' ' || c == '\u00A0' || c == '(' || c == ')' || Dash.is(c) || (plus && c == '.');
    }

    /** A number goes to the end of its chain: rather a postcode too many than a digit too few. */
    private static void number(Chain chain, List<Span> found) {
        for (int i = 0; i < chain.groups().size(); i++) {
            Chain from = chain.from(i);
            if (begins(chain, i) && from.digits() >= least(from)) {
                if (!other(from)) {
                    found.add(span(from));
                }
                return;
            }
        }
    }

    /**
     * A 0 with the rest of its code beside it. What hangs on a number by a dash is the middle of something, as an ISBN.
     */
    private static boolean begins(Chain chain, int index) {
        if (index == 0 && chain.plus()) {
            return true;
        }
        int start = chain.groups().get(index).start();
        boolean hangs = index > 0
                && start - 1 == chain.groups().get(index - 1).end()
                && Dash.is(chain.text().charAt(start - 1));
        return !hangs && chain.group(index).matches("00?[1-9][0-9]*");
    }

    private static int least(Chain number) {
        return !number.plus() && number.group(0).startsWith("00") ? LEAST_DIGITS_AFTER_00 : LEAST_DIGITS;
    }

    /** A bracket before the number goes with one inside it, as in "(09) 123 456". */
    private static Span span(Chain number) {
        int start = number.start() - (number.plus() ? 1 : 0);
        boolean bracket = start > 0
                && number.text().charAt(start - 1) == '('
                && number.text().substring(start, number.end()).indexOf(')') >= 0;
        return new Span(bracket ? start - 1 : start, number.end());
    }

    /** Opening hours, a date and postcodes look like numbers and name nobody. */
    private static boolean other(Chain number) {
        List<String> groups = number.all();
        boolean dashed =
                number.text().substring(number.start(), number.end()).chars().anyMatch(c -> Dash.is((char) c));
        boolean hours = dashed && groups.stream().allMatch(PhoneNumber::time);
        boolean postcodes = groups.stream().allMatch(it -> it.matches("00[0-9]{3}"));
        return !number.plus() && (hours || postcodes || date(groups));
    }

    private static boolean time(String group) {
        return group.matches("([01]?[0-9]|2[0-4])([0-5][05])?");
    }

    private static boolean date(List<String> groups) {
        return groups.size() == 3
                && groups.get(0).matches("0[1-9]|[12][0-9]|3[01]")
                && groups.get(1).matches("0[1-9]|1[0-2]")
                && groups.get(2).matches("(19|20)[0-9]{2}");
    }

    /** In ASCII, whatever script they were written in. */
    private static String ascii(String text, Span group) {
        StringBuilder digits = new StringBuilder();
        text.substring(group.start(), group.end()).chars().forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    private PhoneNumber() {}
}

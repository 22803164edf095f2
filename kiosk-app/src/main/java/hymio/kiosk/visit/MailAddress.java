package hymio.kiosk.visit;

import hymio.kiosk.visit.MaskRule.Span;
import java.util.ArrayList;
import java.util.List;

/** Mail addresses in a text, version 1 of the {@link MaskRule}. Pure. */
final class MailAddress {
    /** What a name before the @ is made of, beside letters and digits: the usual part of RFC 5322, 3.2.3. */
    private static final String NAME_SIGNS = "._%+'-";

    private static final String HOST_SIGNS = ".-";
    private static final int HOST_LETTERS = 2;

    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int floor = found.isEmpty() ? 0 : found.getLast().end();
            Span name = name(text, floor, at);
            Span host = host(text, at + 1);
            boolean spaced = name.end() < at || host.start() > at + 1;
            boolean dotted = text.substring(host.start(), host.end()).contains(".");
            if (name.start() < name.end() && host.start() < host.end() && (dotted || !spaced)) {
                found.add(new Span(name.start(), host.end()));
            }
        }
        return found;
    }

    /** The name before the @, from which one space may part it. */
    private static Span name(String text, int floor, int at) {
        int end = at > floor && text.charAt(at - 1) == ' ' ? at - 1 : at;
        int start = end;
        while (start > floor && is(text.charAt(start - 1), NAME_SIGNS)) {
            start--;
        }
        return new Span(start, end);
    }

    /** The host after the @, from which one space may part it; it ends before the full stop of a sentence. */
    private static Span host(String text, int from) {
        int start = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        int end = start;
        while (end < text.length() && is(text.charAt(end), HOST_SIGNS)) {
            end++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        long letters =
                text.substring(start, end).chars().filter(Character::isLetter).count();
        return letters < HOST_LETTERS ? new Span(start, start) : new Span(start, end);
    }

    private static boolean is(char c, String signs) {
        return Character.isLetterOrDigit(c) || signs.indexOf(c) >= 0;
    }

    private MailAddress() {}
}

package hymio.kiosk.visit;

import java.util.List;
import java.util.function.Function;

/**
 * Masks in a comment what could name a person: Finnish personal identity codes, phone numbers and mail addresses.
 * Published and versioned; the exact definition of version 1 is in {@code docs/rules.md}. When in doubt it masks: the
 * visitor sees the masked comment before it is stored and can change it. Pure.
 */
public final class MaskRule {
    public static final int VERSION = 1;
    /** Stands for each thing masked, always of the same length and shorter than whatever it hides. */
    public static final String MASK = "•••";

    private static final List<Function<String, List<Span>>> RULES =
            List.of(MailAddress::in, IdentityCode::in, PhoneNumber::in);

    /** A stretch of a text, from {@code start} to before {@code end}. */
    record Span(int start, int end) {}

    /** The comment as it may be stored; the same text when there is nothing to mask. */
    public static String masked(String comment) {
        String masked = comment;
        for (Function<String, List<Span>> rule : RULES) {
            masked = hidden(masked, rule.apply(masked));
        }
        return masked.equals(comment) ? comment : masked(masked); // a mask may part what stood too close to be seen
    }

    /** @param spans in order, none over another */
    private static String hidden(String text, List<Span> spans) {
        StringBuilder hidden = new StringBuilder();
        int done = 0;
        for (Span span : spans) {
            hidden.append(text, done, span.start()).append(MASK);
            done = span.end();
        }
        return hidden.append(text, done, text.length()).toString();
    }

    private MaskRule() {}
}

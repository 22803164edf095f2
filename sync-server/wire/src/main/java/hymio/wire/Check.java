package hymio.wire;

import java.util.Collection;

/** The few checks that the records share; each failure names the field and what it may be. */
final class Check {
    static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new BadValueException(field, "must be from " + min + " to " + max + ", not " + value);
        }
        return value;
    }

    static String text(String field, String value, int maxChars) {
        if (value.isBlank() || value.length() > maxChars) {
            throw new BadValueException(field, "must be 1 to " + maxChars + " characters, not " + value.length());
        }
        if (value.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new BadValueException(field, "must not hold control characters");
        }
        return value;
    }

    static String id(String field, String value) {
        if (!Limits.isId(value)) {
            throw new BadValueException(field, "must be 1 to 40 small letters a-z, digits or hyphens");
        }
        return value;
    }

    static void size(String field, Collection<?> values, int max) {
        range(field + " (count)", values.size(), 0, max);
    }

    private Check() {}
}

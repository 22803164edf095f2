package hymio.wire;

import java.util.Locale;

/**
 * A terminal's first word. The terminal mints its secret and saves it before it asks, so a lost answer is healed by
 * asking again with the same code and secret.
 *
 * @param code one-time enrolment code as typed or scanned; case, spaces and hyphens do not matter
 * @param secret 32–128 characters of base64url, at least 256 random bits
 * @param app version of the app
 */
public record EnrolmentRequest(String code, String secret, String app) {
    public EnrolmentRequest {
        code = normal(code);
        Check.text("code", code, Limits.WORD);
        if (!secret.matches("[A-Za-z0-9_-]{" + Limits.SECRET_MIN + "," + Limits.SECRET_MAX + "}")) {
            throw new BadValueException(
                    "secret", "must be " + Limits.SECRET_MIN + " to " + Limits.SECRET_MAX + " base64url characters");
        }
        Check.text("app", app, Limits.WORD);
    }

    /** The code as both sides compare it: {@code "abcd efgh"} and {@code "ABCD-EFGH"} are the same. */
    public static String normal(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "EnrolmentRequest[code=REDACTED, secret=REDACTED, app=" + app + "]";
    }
}

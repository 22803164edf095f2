package hymio.wire;

/**
 * A one-time enrolment code, shown once.
 *
 * @param code twelve letters and digits in groups of four
 * @param expires when it stops working, ISO 8601 in UTC
 */
public record EnrolmentCode(String code, String expires) {
    public EnrolmentCode {
        Check.text("code", code, Limits.WORD);
        Check.text("expires", expires, Limits.WORD);
    }

    @Override
    public String toString() {
        return "EnrolmentCode[code=REDACTED, expires=" + expires + "]";
    }
}

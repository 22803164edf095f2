package hymio.wire;

/**
 * A value that the contract does not allow. The message names the field and what it may be, fit to show to a person.
 */
public final class BadValueException extends RuntimeException {
    private final String field;

    public BadValueException(String field, String why) {
        super(field + " " + why);
        this.field = field;
    }

    /** The field as it is called in JSON, such as {@code responses[3].option}. */
    public String field() {
        return field;
    }

    /** The same fault seen from the object that holds this one. */
    public BadValueException within(String parent) {
        return new BadValueException(
                parent + "." + field, String.valueOf(getMessage()).substring(field.length() + 1));
    }
}

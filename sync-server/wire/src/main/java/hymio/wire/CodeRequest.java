package hymio.wire;

/**
 * Asks for a one-time enrolment code.
 *
 * @param location where the terminal will stand
 * @param name what staff will call the terminal
 */
public record CodeRequest(String location, String name) {
    public CodeRequest {
        Check.id("location", location);
        Check.text("name", name, Limits.NAME);
    }
}

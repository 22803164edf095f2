package hymio.wire;

/**
 * The server's answer to an enrolment.
 *
 * @param terminal id that the terminal names in {@code Authorization: Bearer <terminal>.<secret>}
 * @param name what staff call the terminal
 * @param location id of its location
 */
public record Enrolment(String terminal, String name, String location) {
    public Enrolment {
        Check.id("terminal", terminal);
        Check.text("name", name, Limits.NAME);
        Check.id("location", location);
    }
}

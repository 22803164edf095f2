package hymio.wire;

/**
 * What the server tells one terminal to be.
 *
 * @param version changes whenever anything in it does; also the ETag
 * @param terminal id of the terminal this is for
 * @param name what staff call the terminal
 * @param place where it stands
 * @param questionnaire what it asks
 */
public record Config(String version, String terminal, String name, Place place, Questionnaire questionnaire) {
    public Config {
        Check.text("version", version, Limits.WORD);
        Check.id("terminal", terminal);
        Check.text("name", name, Limits.NAME);
    }
}

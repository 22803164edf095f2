package hymio.wire;

import java.util.Optional;

/**
 * What the server tells one terminal to be.
 *
 * @param version changes whenever anything in it does; also the ETag
 * @param terminal id of the terminal this is for
 * @param name what staff call the terminal
 * @param place where it stands
 * @param questionnaire what it asks
 * @param look colours and logo of the town; absent: Hymiö's own
 * @param behaviour how it meets people; absent: {@link Behaviour#USUAL}
 * @param staffPin opens the staff menu; absent: the menu cannot be opened
 */
public record Config(
        String version,
        String terminal,
        String name,
        Place place,
        Questionnaire questionnaire,
        Optional<Look> look,
        Optional<Behaviour> behaviour,
        Optional<StaffPin> staffPin) {
    public Config {
        Check.text("version", version, Limits.WORD);
        Check.id("terminal", terminal);
        Check.text("name", name, Limits.NAME);
    }

    /** A terminal that looks and behaves as Hymiö does by itself. */
    public Config(String version, String terminal, String name, Place place, Questionnaire questionnaire) {
        this(version, terminal, name, place, questionnaire, Optional.empty(), Optional.empty(), Optional.empty());
    }
}

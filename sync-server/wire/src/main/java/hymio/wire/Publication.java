package hymio.wire;

/**
 * Puts a questionnaire into use for a location and the branch below it.
 *
 * @param location id of the top of the branch
 */
public record Publication(String location, Questionnaire questionnaire) {
    public Publication {
        Check.id("location", location);
    }
}

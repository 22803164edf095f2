package hymio.kiosk.visit;

import hymio.wire.Questionnaire;

/**
 * Where the visit stands; also all that the screen needs to draw.
 *
 * @param questionnaire what is asked
 * @param language language shown, such as {@code fi}
 * @param phase the step of the visit
 */
public record VisitState(Questionnaire questionnaire, String language, Phase phase) {
    /** The step of the visit. */
    public sealed interface Phase {}

    /** The question waits for a press. */
    public record Asking() implements Phase {}

    /**
     * A press is on its way to the outbox; it is not thanked for yet.
     *
     * @param option the face pressed
     */
    public record Saving(int option) implements Phase {}

    /**
     * The response is committed and the visitor is thanked.
     *
     * @param option the face pressed
     * @param sinceMillis uptime when the thanks began
     */
    public record Thanking(int option, long sinceMillis) implements Phase {}

    /**
     * The response could not be stored and the visitor is told so.
     *
     * @param sinceMillis uptime when it failed
     */
    public record Sorry(long sinceMillis) implements Phase {}
}

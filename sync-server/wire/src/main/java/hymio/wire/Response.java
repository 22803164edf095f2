package hymio.wire;

/**
 * One stored answer. {@code (journal, number)} names it for ever.
 *
 * @param number 1, 2, 3 … within its journal, without gaps
 * @param visit number of the first response of the visit; what one visitor does shares it, and it names no person
 * @param question key of the question version, such as {@code service@1}
 * @param option number of the option chosen; on faces 1 is the best, counted from the left
 */
public record Response(long number, long visit, String question, int option, PressTime time) {
    public Response {
        Check.range("number", number, 1, Limits.NUMBER);
        Check.range("visit", visit, 1, number);
        if (!Limits.isQuestionKey(question)) {
            throw new BadValueException("question", "must be a question key such as service@1");
        }
        Check.range("option", option, 0, Limits.OPTION);
    }
}

package hymio.wire;

/**
 * One stored answer. {@code (journal, number)} names it for ever.
 *
 * @param number 1, 2, 3 … within its journal, without gaps
 * @param visit number of the first response of the visit; what one visitor does shares it, and it names no person
 * @param question key of the question version, such as {@code service@1}
 * @param option number of the option chosen; on faces 1 is the best, counted from the left; 0 of a comment
 * @param extra what few responses have
 */
public record Response(long number, long visit, String question, int option, PressTime time, Extra extra) {
    public Response {
        Check.range("number", number, 1, Limits.NUMBER);
        Check.range("visit", visit, 1, number);
        if (!Limits.isQuestionKey(question)) {
            throw new BadValueException("question", "must be a question key such as service@1");
        }
        Check.range("option", option, 0, Limits.OPTION);
        if (extra.takesBack() >= number) {
            throw new BadValueException("takesBack", "must be the number of an earlier response");
        }
    }

    /** An answer and nothing more. */
    public Response(long number, long visit, String question, int option, PressTime time) {
        this(number, visit, question, option, time, Extra.NONE);
    }

    /**
     * What few responses have.
     *
     * @param takesBack number of the earlier response of the same visit, question and option that this one takes back;
     *     0: none
     * @param misuse version of the {@link MisuseRule} that set this response aside from the figures; 0: it counts
     * @param comment what the visitor wrote, masked on the terminal; empty: nothing
     */
    public record Extra(long takesBack, int misuse, String comment) {
        public static final Extra NONE = new Extra(0, 0, "");

        public Extra {
            Check.range("takesBack", takesBack, 0, Limits.NUMBER);
            Check.range("misuse", misuse, 0, Limits.MISUSE_RULE);
            if (!comment.isEmpty()) {
                Check.text("comment", comment, Limits.COMMENT);
            }
        }

        public static Extra takingBack(long number) {
            return new Extra(number, 0, "");
        }

        public static Extra misused(int rule) {
            return new Extra(0, rule, "");
        }

        public static Extra commented(String comment) {
            return new Extra(0, 0, comment);
        }
    }
}

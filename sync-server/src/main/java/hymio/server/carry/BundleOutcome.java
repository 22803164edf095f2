package hymio.server.carry;

import hymio.server.http.ProblemWord;
import hymio.wire.BundleReceipt;

/** What came of a bundle. */
public sealed interface BundleOutcome {
    /**
     * Committed.
     *
     * @param name what staff call the terminal
     */
    record Taken(BundleReceipt receipt, String name) implements BundleOutcome {}

    /** @param detail what happened and what to do, in English */
    record Refused(Reason reason, String detail) implements BundleOutcome {}

    /** Why a bundle was not taken. */
    enum Reason {
        EMPTY("empty", ProblemWord.BAD_MESSAGE),
        NO_BUNDLE("no-bundle", ProblemWord.BAD_MESSAGE),
        TOO_LARGE("too-large", ProblemWord.TOO_LARGE),
        /** Damaged, cut short, or written by somebody else. */
        SIGNATURE("signature", ProblemWord.BUNDLE_SIGNATURE),
        UNKNOWN("unknown", ProblemWord.NOT_FOUND),
        /** Its terminal stands where whoever brings it has no say. */
        FORBIDDEN("forbidden", ProblemWord.FORBIDDEN),
        /** The terminal signed it, and still it is no bundle that this server understands. */
        UNREADABLE("unreadable", ProblemWord.BAD_VALUE),
        /** Of its batches those before the first of such a journal are stored. */
        JOURNAL("journal", ProblemWord.JOURNAL_TAKEN),
        /** Of its batches the first may be stored. */
        BUSY("busy", ProblemWord.BUSY);

        private final String word;
        private final ProblemWord problem;

        Reason(String word, ProblemWord problem) {
            this.word = word;
            this.problem = problem;
        }

        /** For the key of a text. */
        public String word() {
            return word;
        }

        ProblemWord problem() {
            return problem;
        }
    }
}

package hymio.kiosk.visit;

/** How far the writing of responses to a stick is. */
public sealed interface Carrying {
    /**
     * The stick must stay where it is.
     *
     * @param written responses that are on it
     * @param total responses that wait
     */
    record Writing(long written, long total) implements Carrying {}

    /** All is on the stick, also when it is pulled out now. */
    record Written(long responses, int files) implements Carrying {}

    /** Not all is on the stick; nothing is lost on the terminal. */
    record Stopped(Reason reason) implements Carrying {}

    /** Why not all is on the stick. */
    enum Reason {
        /** The server would not know whose responses these are. */
        NOT_ENROLLED,
        /** No response waits. */
        NOTHING,
        NO_STICK,
        /** The stick, or this app's rights, do not let it write. */
        PROTECTED,
        FULL,
        /** The stick was pulled out, or broke. */
        FAILED,
        /** The outbox cannot be read now. */
        UNREAD
    }
}

package hymio.server.audit;

import java.time.InstantSource;

/**
 * Who changes something, and when.
 *
 * @param name of the account or token, or the terminal's id; empty at the command line
 * @param millis since 1970 UTC
 */
public record Author(Kind kind, String name, long millis) {
    /** What sort of who. */
    public enum Kind {
        STAFF("staff"),
        TOKEN("token"),
        TERMINAL("terminal"),
        /** Whoever may read and write the data folder. */
        COMMAND("command");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static Author command(InstantSource clock) {
        return new Author(Kind.COMMAND, "", clock.millis());
    }

    public static Author staff(String name, InstantSource clock) {
        return new Author(Kind.STAFF, name, clock.millis());
    }

    public static Author terminal(String id, InstantSource clock) {
        return new Author(Kind.TERMINAL, id, clock.millis());
    }
}

package hymio.server.tally;

/**
 * How much of what was pressed the server holds.
 *
 * @param received presses stored
 * @param missing presses that the terminal says it took and the server does not hold
 * @param conflicting numbers of stored presses that came again with other content; that content is kept aside
 * @param estimated stored presses whose time is an estimate
 */
public record Completeness(long received, long missing, long conflicting, long estimated) {
    public static final Completeness NONE = new Completeness(0, 0, 0, 0);

    /** Presses that the terminals took, arrived or not. */
    public long pressed() {
        return received + missing;
    }

    /** As a change: whether it may leave nothing. */
    boolean takesAway() {
        return received < 0 || missing < 0 || conflicting < 0;
    }

    Completeness minus(Completeness other) {
        return plus(new Completeness(-other.received, -other.missing, -other.conflicting, -other.estimated));
    }

    public Completeness plus(Completeness other) {
        return new Completeness(
                received + other.received,
                missing + other.missing,
                conflicting + other.conflicting,
                estimated + other.estimated);
    }
}

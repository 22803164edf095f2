package hymio.kiosk.outbox;

/** What became of a stored response, as the column {@code state} says it. */
final class State {
    /** The server does not hold it yet. */
    static final int PENDING = 0;
    /** The server holds it; it stays as a safety copy. */
    static final int SETTLED = 1;
    /** The server will not take it. */
    static final int ASIDE = 2;
    /** The server holds another one of this number: it waits to be copied into another journal. */
    static final int MOVING = 3;

    private State() {}
}

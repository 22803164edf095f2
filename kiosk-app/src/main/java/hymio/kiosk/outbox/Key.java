package hymio.kiosk.outbox;

/**
 * Where a response lies in the file: the order of its journal in the upper bits, its number in the lower 40 (room for
 * {@link hymio.wire.Limits#NUMBER}). So keys rise with the age of journals and with numbers, and the one journal of an
 * older schema, of order 0, keeps its keys.
 */
final class Key {
    static final int BITS = 40;

    static long of(long journal, long number) {
        return journal << BITS | number;
    }

    static int journal(long key) {
        return (int) (key >> BITS);
    }

    static long number(long key) {
        return key & ((1L << BITS) - 1);
    }

    /** The highest key that a journal can have. */
    static long lastOf(long journal) {
        return of(journal + 1, 0) - 1;
    }

    private Key() {}
}

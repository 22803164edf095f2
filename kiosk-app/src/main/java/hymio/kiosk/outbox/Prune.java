package hymio.kiosk.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Removes responses that the server holds, the oldest first, in small steps. The newest response of each journal stays,
 * so that no number is ever minted twice.
 */
final class Prune {
    /** Rows removed in one transaction: a press may have to wait for it. */
    static final int STEP = 200;

    /** Rows looked at in one step. */
    private static final int LOOK = 1_000;

    /**
     * A row looked at.
     *
     * @param gone whether it may go: the server holds it, or its copy does
     * @param sure its wall time if the clock was trusted, else {@link #UNSURE}
     */
    private record Seen(long key, boolean gone, long sure) {}

    /** The wall time of a row whose clock was not trusted. */
    private static final long UNSURE = Long.MAX_VALUE - 1;

    private long after = Long.MIN_VALUE;

    /**
     * What was found in one look.
     *
     * @param keys of one journal; may go now
     * @param more whether there is more to look at; else the search begins anew
     */
    record Found(List<Long> keys, boolean more) {}

    /**
     * Looks at the next rows.
     *
     * @param olderThanMillis wall time before which a settled response has been kept long enough. One by a clock that
     *     was not trusted is as old as the next one by a trusted clock. {@link Long#MAX_VALUE}: age does not matter
     */
    Found next(Connection reader, Journals journals, long olderThanMillis) throws SQLException {
        List<Seen> seen = look(reader);
        int old = seen.size();
        while (old > 0 && seen.get(old - 1).sure() >= olderThanMillis) {
            old--;
        }
        List<Long> gone = seen.subList(0, old).stream()
                .filter(it -> it.gone() && !newest(journals, it.key()))
                .map(Seen::key)
                .toList();
        List<Long> keys = gone.stream()
                .takeWhile(it -> Key.journal(it) == Key.journal(gone.getFirst()))
                .limit(STEP)
                .toList();
        boolean younger = old < seen.size() && seen.stream().anyMatch(it -> it.sure() != UNSURE);
        boolean more = keys.size() < gone.size() || (seen.size() == LOOK && !younger);
        if (more) {
            after = keys.size() < gone.size() ? keys.getLast() : seen.getLast().key();
        } else {
            after = Long.MIN_VALUE;
        }
        return new Found(keys, more);
    }

    static int remove(Connection writer, List<Long> keys) throws SQLException {
        return Sql.update(
                writer,
                "delete from response where key between ? and ? and (state = " + State.SETTLED + " or state = "
                        + State.ASIDE + " and copy is not null)",
                keys.getFirst(),
                keys.getLast());
    }

    private List<Seen> look(Connection reader) throws SQLException {
        return Sql.list(
                reader,
                "select key, state = " + State.SETTLED + " or state = " + State.ASIDE
                        + " and copy is not null, trusted, uptime + offset from response where key > ?"
                        + " order by key limit " + LOOK,
                row -> new Seen(row.getLong(1), row.getBoolean(2), row.getBoolean(3) ? row.getLong(4) : UNSURE),
                after);
    }

    private static boolean newest(Journals journals, long key) {
        return Key.number(key) == journals.last(Key.journal(key));
    }
}

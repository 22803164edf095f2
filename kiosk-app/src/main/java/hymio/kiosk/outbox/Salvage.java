package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import hymio.wire.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of a damaged file into the one in use, in small steps. Rows keep journal, number and what became of
 * them; those that are there already stay as they are, so it may begin anew at any time. Rows whose journal cannot be
 * known are left: under another name they could be counted twice.
 */
final class Salvage implements AutoCloseable {
    /** The file waits to be read. */
    static final int TO_DO = 0;
    /** What can be read is in the outbox. */
    static final int READ = 1;
    /** The server holds it all, or has said what it thinks of it. */
    static final int TOLD = 2;

    /** Pages read in one step. */
    private static final int PAGES = 8;

    private static final int FIRST_COLUMNS = 10;
    private static final int COLUMNS = 14;

    private static final String KEEP =
            "insert or ignore into response(key, visit, question, option, boot, uptime, offset, trusted, state, why,"
                    + " takes_back, misuse, comment, copy) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DamagedFile damaged;
    /** Order of a journal there, and here. */
    private final Map<Integer, Integer> places = new HashMap<>();

    private boolean journalsKnown;
    private long kept;

    Salvage(DamagedFile damaged) {
        this.damaged = damaged;
    }

    /**
     * Reads some pages. The caller holds the write lock; a press may have to wait for it.
     *
     * @return whether there is more
     */
    boolean step(OutboxFile file) throws SQLException {
        List<List<@Nullable Object>> rows = rows();
        if (journalsKnown) {
            Map<Long, Integer> brought = keep(file, rows);
            file.kept(brought);
            kept += brought.size();
        } else {
            for (List<@Nullable Object> row : rows) {
                learn(file, row);
            }
            if (!damaged.more()) {
                journalsKnown = true;
                damaged.rewind();
                return true;
            }
        }
        return damaged.more();
    }

    /**
     * At most how many numbers are not there although they were minted: up to the highest that is known of, and from
     * the lowest that is settled, since older ones may have been removed in time. When none is settled, from 1.
     */
    static long lost(OutboxFile file) throws SQLException {
        long lost = 0;
        for (Journals.Entry journal : file.journals().all()) {
            if (journal.place() < file.ownPlace()) {
                long first = firstSettled(file, journal.place());
                long there = Sql.number(
                        file.writer(),
                        "select count(*) from response where key between ? and ?",
                        Key.of(journal.place(), first),
                        Key.lastOf(journal.place()));
                lost += file.journals().last(journal.place()) - first + 1 - there;
            }
        }
        return lost;
    }

    private static long firstSettled(OutboxFile file, int place) throws SQLException {
        List<Long> settled = Sql.list(
                file.writer(),
                "select key from response where key between ? and ? and state = " + State.SETTLED
                        + " order by key limit 1",
                row -> Key.number(row.getLong(1)),
                Key.of(place, 0),
                Key.lastOf(place));
        return settled.isEmpty() ? 1 : settled.getFirst();
    }

    /** How many rows were brought over. */
    long kept() {
        return kept;
    }

    @Override
    public void close() {
        damaged.close();
    }

    private List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < PAGES && damaged.more(); i++) {
            rows.addAll(damaged.nextPage());
        }
        return rows;
    }

    /** Journals and boots, told by their shapes: one text up to schema 2; place, id and two more since. */
    private void learn(OutboxFile file, List<@Nullable Object> row) throws SQLException {
        if (row.size() == 1 && isId(row.getFirst())) {
            learn(file, 0, id(row.getFirst()), "");
        } else if (row.size() == 4 && row.getFirst() instanceof Long place && isId(row.get(1))) {
            if (row.get(2) instanceof String unit) {
                learn(file, place.intValue(), id(row.get(1)), unit);
            } else {
                Sql.update(file.writer(), "insert or ignore into boot values (?, ?, ?, ?)", row.toArray(new Object[0]));
            }
        }
    }

    private void learn(OutboxFile file, int place, UUID id, String unit) throws SQLException {
        if (!places.containsKey(place)) { // the newest image comes first
            places.put(
                    place,
                    file.journals()
                            .known(new Journals.Entry(place, id, unit, 0))
                            .place());
        }
    }

    /** @return keys and states of the rows that were not there */
    private Map<Long, Integer> keep(OutboxFile file, List<List<@Nullable Object>> rows) throws SQLException {
        return Sql.transaction(file.writer(), writer -> {
            Map<Long, Integer> kept = new HashMap<>();
            for (List<@Nullable Object> row : rows) {
                if (isResponse(row)) {
                    keep(file, writer, row, kept);
                }
            }
            return kept;
        });
    }

    private void keep(OutboxFile file, Connection writer, List<@Nullable Object> row, Map<Long, Integer> kept)
            throws SQLException {
        long there = whole(row, 0);
        Integer place = place(file, Key.journal(there));
        if (place == null || beyond(file, place, Key.number(there))) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>(row);
        while (values.size() < COLUMNS) {
            values.add(null);
        }
        long key = Key.of(place, Key.number(there));
        values.set(0, key);
        values.set(COLUMNS - 1, copy(file, row));
        if (Sql.update(writer, KEEP, values.toArray(new @Nullable Object[0])) > 0) {
            kept.put(key, (int) whole(row, 8));
        }
    }

    /** Where a response was copied to, as it is called here. */
    private @Nullable Long copy(OutboxFile file, List<@Nullable Object> row) {
        long there = row.size() < COLUMNS ? 0 : whole(row, COLUMNS - 1);
        Integer place = there == 0 ? null : place(file, Key.journal(there));
        return place == null ? null : Long.valueOf(Key.of(place, Key.number(there)));
    }

    /** A journal that the damaged file does not name any more is the one that the list beside it named. */
    private @Nullable Integer place(OutboxFile file, int there) {
        Integer known = places.get(there);
        boolean listed = file.journals().all().stream().anyMatch(it -> it.place() == there);
        return known == null && listed && there < file.ownPlace() ? Integer.valueOf(there) : known;
    }

    /** While the app ran it knew what it had minted; a later number was never thanked for. */
    private static boolean beyond(OutboxFile file, int place, long number) {
        long floor = file.journals().at(place).floor();
        return floor > 0 && number > floor;
    }

    /** Whether this is one of our responses, whole; of schema 1 or later. */
    private static boolean isResponse(List<@Nullable Object> row) {
        if (row.size() < FIRST_COLUMNS || row.size() > COLUMNS || !isId(row.get(4))) {
            return false;
        }
        try {
            PressTime time = new PressTime(id(row.get(4)), whole(row, 5), whole(row, 6), whole(row, 7) != 0);
            long number = Key.number(whole(row, 0));
            long visit = whole(row, 1);
            Response.Extra extra = row.size() == FIRST_COLUMNS
                    ? Response.Extra.NONE
                    : new Response.Extra(
                            whole(row, 10),
                            Math.toIntExact(whole(row, 11)),
                            row.get(12) instanceof String comment ? comment : "");
            Response response = new Response(
                    number,
                    visit == 0 ? number : visit,
                    String.valueOf(row.get(2)),
                    Math.toIntExact(whole(row, 3)),
                    time,
                    extra);
            return response.number() > 0 && whole(row, 8) >= State.PENDING && whole(row, 8) <= State.MOVING;
        } catch (RuntimeException e) {
            return false; // a row of bytes that only looks like one; its number will be missed
        }
    }

    private static long whole(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Long value ? value : 0;
    }

    private static boolean isId(@Nullable Object value) {
        return value instanceof String text && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static UUID id(@Nullable Object value) {
        return UUID.fromString((String) Objects.requireNonNull(value));
    }
}

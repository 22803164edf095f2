package hymio.server.ingest;

import hymio.wire.PressTime;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The small integers that stand for journals, clocks and questions; gives new ones where needed. What it remembers is
 * good within its transaction only. Not thread-safe.
 */
final class Numbers {
    private final Statements sql;
    private final Map<String, Long> questions = new HashMap<>();

    Numbers(Statements sql) {
        this.sql = sql;
    }

    /** A terminal's journal; empty when it belongs to another terminal. */
    Optional<Journal> journal(UUID journal, long terminal) throws SQLException {
        byte[] id = bytes(journal);
        try (ResultSet row = sql.of(
                        "select terminal, source, last, received, heard from journal where journal = ?", (Object) id)
                .executeQuery()) {
            if (row.next()) {
                return row.getLong(1) == terminal
                        ? Optional.of(new Journal(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                        : Optional.empty();
            }
        }
        try (ResultSet row = sql.of(
                        "insert into journal (journal, terminal, last, received) values (?, ?, 0, 0)"
                                + " on conflict (journal) do nothing returning source",
                        id,
                        terminal)
                .executeQuery()) {
            if (row.next()) {
                return Optional.of(new Journal(row.getLong(1), 0, 0, 0));
            }
        }
        // Another server has just given it to another terminal: two of one terminal wait for one another.
        return Optional.empty();
    }

    /** The number of the clocks' state (boot, offset, trusted) within a source. */
    long clock(long source, PressTime time) throws SQLException {
        byte[] boot = bytes(time.boot());
        try (ResultSet row = sql.of(
                        "select clock from clock where source = ? and boot = ? and offset_millis = ? and trusted = ?",
                        source,
                        boot,
                        time.offsetMillis(),
                        time.trusted() ? 1 : 0)
                .executeQuery()) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        try (ResultSet row = sql.of(
                        "insert into clock (source, clock, boot, offset_millis, trusted)"
                                + " select ?, coalesce(max(clock) + 1, 0), ?, ?, ? from clock where source = ?"
                                + " returning clock",
                        source,
                        boot,
                        time.offsetMillis(),
                        time.trusted() ? 1 : 0,
                        source)
                .executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The number of a question key, also of one that no questionnaire has named yet. */
    long question(String key) throws SQLException {
        Long known = questions.get(key);
        if (known != null) {
            return known;
        }
        OptionalLong standing = find(key);
        if (standing.isEmpty()) {
            sql.of("insert into question (key) values (?) on conflict (key) do nothing", key)
                    .executeUpdate();
            standing = find(key);
        }
        questions.put(key, standing.getAsLong());
        return standing.getAsLong();
    }

    private OptionalLong find(String key) throws SQLException {
        try (ResultSet row =
                sql.of("select num from question where key = ?", key).executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}

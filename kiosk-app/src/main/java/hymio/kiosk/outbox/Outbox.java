package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The terminal's own store of responses. A response is on the disk when {@link #append} returns (WAL,
 * {@code synchronous=FULL}: NORMAL can lose it at a power cut). Numbers run 1, 2, 3 … without gaps within the journal.
 * Rows are never deleted here; a settled row stays as a local copy.
 *
 * <p>Thread-safe: the visit appends on one connection while the sync reads on another, so that sending never delays a
 * press.
 */
public final class Outbox implements AutoCloseable {
    static final int PENDING = 0;
    private static final int SETTLED = 1;
    private static final int ASIDE = 2;
    /** More responses than one terminal can take in a day: one a second. */
    private static final int DAY = 86_400;

    private final Connection writer;
    private final Connection reader;
    private final UUID journal;

    /**
     * Opens the outbox, or makes one with a journal id of its own.
     *
     * @throws OutboxException when the file cannot be used; the message says what to do
     */
    public static Outbox open(Path file) {
        return open(file, 0, UUID::randomUUID);
    }

    /** @param maxPages largest size of the file in pages of 4 KiB, 0 for no limit but the disk */
    static Outbox open(Path file, long maxPages) {
        return open(file, maxPages, UUID::randomUUID);
    }

    /**
     * @param maxPages largest size of the file in pages of 4 KiB, 0 for no limit but the disk
     * @param ids where a new journal's id comes from
     */
    public static Outbox open(Path file, long maxPages, Supplier<UUID> ids) {
        try {
            Connection writer = OutboxSchema.connect(file);
            OutboxSchema.prepare(writer, ids);
            if (maxPages > 0) {
                OutboxSchema.execute(writer, "pragma max_page_count = " + maxPages);
            }
            return new Outbox(writer, OutboxSchema.connect(file));
        } catch (SQLException e) {
            throw new OutboxException(
                    "The outbox " + file + " cannot be opened (" + e.getMessage()
                            + "). Check that the folder can be written and the disk is not full.",
                    e);
        }
    }

    private Outbox(Connection writer, Connection reader) throws SQLException {
        this.writer = writer;
        this.reader = reader;
        this.journal = UUID.fromString(OutboxSchema.text(writer, "select journal from outbox"));
    }

    /** Names this file's numbers for ever. */
    public UUID journal() {
        return journal;
    }

    /**
     * Commits a response.
     *
     * @param visit number of the visit's first response; 0: this is it
     * @return its number
     * @throws OutboxException when it is not on the disk
     */
    public long append(long visit, String question, int option, PressTime time, Response.Extra extra) {
        String sql = "insert into response(question, option, boot, uptime, offset, trusted, visit, takes_back, misuse,"
                + " comment) values (?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), nullif(?, 0), nullif(?, ''))";
        synchronized (writer) {
            try (PreparedStatement insert = writer.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, question);
                insert.setInt(2, option);
                insert.setString(3, time.boot().toString());
                insert.setLong(4, time.uptimeMillis());
                insert.setLong(5, time.offsetMillis());
                insert.setBoolean(6, time.trusted());
                insert.setLong(7, visit);
                insert.setLong(8, extra.takesBack());
                insert.setInt(9, extra.misuse());
                insert.setString(10, extra.comment());
                insert.executeUpdate();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    key.next();
                    return key.getLong(1);
                }
            } catch (SQLException e) {
                throw new OutboxException(
                        "The response could not be stored (" + e.getMessage()
                                + "). Free space on the disk, or change the card.",
                        e);
            }
        }
    }

    /** Highest number minted, 0 before the first. */
    public long last() {
        return number("select coalesce(max(number), 0) from response");
    }

    /** How many responses the server does not hold yet. Those kept aside are not counted. */
    public long pending() {
        return number("select count(*) from response where state = " + PENDING);
    }

    /** How many responses the server refused; they stay here until somebody looks. */
    public long aside() {
        return number("select count(*) from response where state = " + ASIDE);
    }

    /**
     * How often each option of a question was chosen in a span of time, as far as it counts: what was taken back, and
     * play, do not. Presses of this boot are timed by the clock as it is now, others as it was then.
     *
     * @param fromMillis wall clock, included
     * @param toMillis wall clock, not included
     */
    public Map<Integer, Long> counted(String question, long fromMillis, long toMillis, PressTime now) {
        String sql = "select option, count(*) from (select * from response order by number desc limit " + DAY + ")"
                + " where question = ? and takes_back is null and misuse is null"
                + " and uptime + iif(boot = ?, ?, offset) between ? and ?"
                + " and number not in (select takes_back from response where takes_back is not null)"
                + " group by option";
        synchronized (reader) {
            try (PreparedStatement select = reader.prepareStatement(sql)) {
                select.setString(1, question);
                select.setString(2, now.boot().toString());
                select.setLong(3, now.offsetMillis());
                select.setLong(4, fromMillis);
                select.setLong(5, toMillis - 1);
                try (ResultSet rows = select.executeQuery()) {
                    Map<Integer, Long> counts = new TreeMap<>();
                    while (rows.next()) {
                        counts.put(rows.getInt(1), rows.getLong(2));
                    }
                    return counts;
                }
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }

    /** The oldest responses that wait to be sent. */
    public List<Response> oldestPending(int max) {
        String sql =
                "select number, visit, question, option, boot, uptime, offset, trusted, takes_back, misuse, comment"
                        + " from response where state = " + PENDING + " order by number limit ?";
        synchronized (reader) {
            try (PreparedStatement select = reader.prepareStatement(sql)) {
                select.setInt(1, max);
                try (ResultSet rows = select.executeQuery()) {
                    List<Response> responses = new ArrayList<>();
                    while (rows.next()) {
                        responses.add(response(rows));
                    }
                    return responses;
                }
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }

    /** The server holds these. */
    public void settle(List<Receipt.Range> ranges) {
        String sql = "update response set state = " + SETTLED + " where number between ? and ? and state = " + PENDING;
        synchronized (writer) {
            try {
                writer.setAutoCommit(false);
                try (PreparedStatement update = writer.prepareStatement(sql)) {
                    for (Receipt.Range range : ranges) {
                        update.setLong(1, range.first());
                        update.setLong(2, range.last());
                        update.executeUpdate();
                    }
                    writer.commit();
                } finally {
                    // Ends the transaction also after a failure: what was not committed is rolled back.
                    writer.rollback();
                    writer.setAutoCommit(true);
                }
            } catch (SQLException e) {
                throw new OutboxException(
                        "What the server holds could not be marked (" + e.getMessage() + "). It will be sent again.",
                        e);
            }
        }
    }

    /** The server will not take this one: keep it, and go on with the others. */
    public void keepAside(long number, String why) {
        String sql = "update response set state = " + ASIDE + ", why = ? where number = ? and state = " + PENDING;
        synchronized (writer) {
            try (PreparedStatement update = writer.prepareStatement(sql)) {
                update.setString(1, why);
                update.setLong(2, number);
                update.executeUpdate();
            } catch (SQLException e) {
                throw new OutboxException("A refused response could not be marked (" + e.getMessage() + ").", e);
            }
        }
    }

    @Override
    public void close() {
        try (reader;
                writer) {
            synchronized (writer) {
                OutboxSchema.execute(writer, "pragma wal_checkpoint(truncate)");
            }
        } catch (SQLException e) {
            throw new OutboxException("The outbox could not be closed (" + e.getMessage() + "). Nothing is lost.", e);
        }
    }

    /** How SQLite runs this file, such as {@code synchronous}. */
    String pragma(String name) throws SQLException {
        synchronized (writer) {
            return OutboxSchema.text(writer, "pragma " + name);
        }
    }

    private long number(String sql) {
        synchronized (reader) {
            try (Statement statement = reader.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }

    private static OutboxException unreadable(SQLException e) {
        return new OutboxException("The outbox could not be read (" + e.getMessage() + "). It is tried again.", e);
    }

    private static Response response(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        long visit = row.getLong("visit");
        PressTime time = new PressTime(
                UUID.fromString(row.getString("boot")),
                row.getLong("uptime"),
                row.getLong("offset"),
                row.getBoolean("trusted"));
        String comment = row.getString("comment");
        Response.Extra extra =
                new Response.Extra(row.getLong("takes_back"), row.getInt("misuse"), comment == null ? "" : comment);
        return new Response(
                number, visit == 0 ? number : visit, row.getString("question"), row.getInt("option"), time, extra);
    }
}

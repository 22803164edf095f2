package hymio.simulation;

import hymio.simulation.Truth.Content;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a terminal's card holds, read from the outbox's own table. */
final class Cards {
    private static final int SETTLED = 1;

    /**
     * A response in an outbox.
     *
     * @param sureMillis when it was pressed if its clock was trusted, else a time that never comes
     * @param newest whether it is the newest of its journal, which stays for ever
     */
    record Row(Content content, int state, long sureMillis, boolean newest) {
        /** Whether it is a safety copy of what the server holds, from before this time, that need not stay. */
        boolean settledBefore(long millis) {
            return state == SETTLED && !newest && sureMillis < millis;
        }
    }

    static List<Row> rows(Path folder) {
        try (Connection card = open(folder);
                Statement sql = card.createStatement();
                ResultSet row = sql.executeQuery("select boot, uptime, question, option, coalesce(takes_back, 0),"
                        + " coalesce(misuse, 0), coalesce(comment, ''), state, trusted, uptime + offset,"
                        + " key = max(key) over (partition by key >> 40) from response")) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(new Row(
                        content(row),
                        row.getInt(8),
                        row.getBoolean(9) ? row.getLong(10) : Long.MAX_VALUE,
                        row.getBoolean(11)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As no app would: what is settled goes at once, of each journal all but so many of the newest. */
    static void forgetSettled(Path folder, int keep) {
        try (Connection card = open(folder);
                Statement sql = card.createStatement()) {
            sql.executeUpdate("delete from response where state = " + SETTLED
                    + " and (select count(*) from response r where r.key > response.key"
                    + " and r.key >> 40 = response.key >> 40) >= " + keep);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection open(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(
                UUID.fromString(row.getString(1)),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5) > 0,
                row.getInt(6),
                row.getString(7));
    }

    private Cards() {}
}

package hymio.server.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * Checks that a file is a whole database of Hymiö, without changing it: every page and index, every reference, and as
 * many responses as each journal says. It is no seal: whoever may write the file can change a value in it.
 */
public final class CheckBackup {
    /**
     * What a sound backup holds.
     *
     * @param schema version of its tables
     * @param responses stored in it
     * @param terminals enrolled in it
     * @param newest when the last batch in it came; empty before the first
     */
    public record Found(String schema, long responses, long terminals, Optional<Instant> newest) {}

    /** @throws BackupException when it is not sound, with the first thing that is wrong */
    public static Found of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("There is no file " + file + ".");
        }
        if (!Files.isReadable(file)) {
            throw new BackupException("This user may not read " + file + ". Run it as the server's user.");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        // Immutable: nothing is written beside it, and a log that lies there by chance is not taken for its own.
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1";
        try (Connection connection = config.createConnection(url);
                Statement statement = connection.createStatement()) {
            sound(file, statement);
            return found(statement);
        } catch (SQLException e) {
            throw new BackupException(file + " is no backup of a Hymiö server, or it is damaged (" + e.getMessage()
                    + "). Take another one.");
        }
    }

    private static void sound(Path file, Statement statement) throws SQLException {
        String check = text(statement, "pragma integrity_check(1)");
        if (!check.equals("ok")) {
            throw new BackupException(file + " is damaged (" + check + "). Take another backup.");
        }
        if (rows(statement, "pragma foreign_key_check")) {
            throw new BackupException(file + " is damaged (a row points to none). Take another backup.");
        }
        String counts = "select 1 from journal j where received <>"
                + " (select count(*) from response r where r.source = j.source) limit 1";
        if (rows(statement, counts)) {
            throw new BackupException(
                    file + " is damaged (a journal counts other responses than it has). Take another backup.");
        }
    }

    private static Found found(Statement statement) throws SQLException {
        String newest = text(statement, "select coalesce(max(seen), '') from terminal");
        return new Found(
                text(
                        statement,
                        "select version from flyway_schema_history where success order by installed_rank desc limit 1"),
                Long.parseLong(text(statement, "select count(*) from response")),
                Long.parseLong(text(statement, "select count(*) from terminal")),
                newest.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(newest))));
    }

    private static boolean rows(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private CheckBackup() {}
}

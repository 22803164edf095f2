package hymio.kiosk.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig;

/** How the outbox's file is opened, and its tables through the years. */
final class OutboxSchema {
    /** 1: faces only; 2: visits, take-backs, misuse and comments. */
    private static final int SCHEMA = 2;

    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    static void prepare(Connection connection, Supplier<UUID> ids) throws SQLException {
        long found = Long.parseLong(text(connection, "pragma user_version"));
        if (found > SCHEMA) {
            throw new OutboxException(
                    "The outbox was written by a newer Hymiö (schema " + found
                            + "). Install the newer app again; nothing was changed.",
                    null);
        }
        if (found == 0) {
            create(connection, ids.get());
        } else if (found == 1) {
            addVisits(connection);
        }
    }

    /** One transaction, so that a power cut leaves a whole outbox or none. */
    private static void create(Connection connection, UUID journal) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "create table outbox(journal text not null) strict");
        // autoincrement: a number is never used twice, even if rows are removed one day
        execute(connection, """
                create table response(
                  number integer primary key autoincrement,
                  visit integer,
                  question text not null,
                  option integer not null,
                  boot text not null,
                  uptime integer not null,
                  offset integer not null,
                  trusted integer not null,
                  state integer not null default 0,
                  why text,
                  takes_back integer,
                  misuse integer,
                  comment text
                ) strict""");
        execute(connection, "create index response_pending on response(number) where state = " + Outbox.PENDING);
        try (PreparedStatement insert = connection.prepareStatement("insert into outbox(journal) values (?)")) {
            insert.setString(1, journal.toString());
            insert.executeUpdate();
        }
        execute(connection, "pragma user_version = " + SCHEMA);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void addVisits(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "alter table response add column takes_back integer");
        execute(connection, "alter table response add column misuse integer");
        execute(connection, "alter table response add column comment text");
        execute(connection, "pragma user_version = " + SCHEMA);
        connection.commit();
        connection.setAutoCommit(true);
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private OutboxSchema() {}
}

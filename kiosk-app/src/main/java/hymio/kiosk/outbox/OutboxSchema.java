package hymio.kiosk.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** How the outbox's file is opened, and its tables through the years. */
final class OutboxSchema {
    /** 1: faces only; 2: visits, take-backs, misuse and comments; 3: several journals, boots, salvage. */
    static final int SCHEMA = 3;

    /** A version above this was written by no Hymiö: the header is damaged. */
    private static final int NEVER = 1_000;

    static final int PAGE_BYTES = 4_096;

    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE_BYTES);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /**
     * Makes the tables, or brings older ones to this schema, in one transaction: a power cut leaves a whole outbox or
     * none.
     *
     * @return whether the file is new and has no journal yet
     * @throws OutboxException when a newer Hymiö wrote it
     */
    static boolean prepare(Connection connection) throws SQLException {
        long found = Sql.number(connection, "pragma user_version");
        if (found > SCHEMA && found <= NEVER) {
            throw new OutboxException(
                    "The outbox was written by a newer Hymiö (schema " + found
                            + "). Install the newer app again; nothing was changed.",
                    null);
        }
        if (found != SCHEMA) {
            Sql.transaction(connection, it -> migrate(it, found));
        }
        return found == 0;
    }

    private static boolean migrate(Connection connection, long found) throws SQLException {
        switch ((int) found) {
            case 0 -> create(connection);
            case 1 -> {
                addVisits(connection);
                addJournals(connection);
            }
            case 2 -> addJournals(connection);
            default -> throw new SQLException("schema " + found + " never was", "", 11); // SQLITE_CORRUPT
        }
        Sql.execute(connection, "pragma user_version = " + SCHEMA);
        return true;
    }

    private static void create(Connection connection) throws SQLException {
        Sql.execute(connection, """
                create table response(
                  key integer primary key,
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
                  comment text,
                  copy integer
                ) strict""");
        Sql.execute(connection, "create index response_pending on response(key) where state = " + State.PENDING);
        addTables(connection);
    }

    private static void addVisits(Connection connection) throws SQLException {
        Sql.execute(connection, "alter table response add column takes_back integer");
        Sql.execute(connection, "alter table response add column misuse integer");
        Sql.execute(connection, "alter table response add column comment text");
    }

    /** The one journal there was is of order 0, so its numbers are its keys and no row is written again. */
    private static void addJournals(Connection connection) throws SQLException {
        Sql.execute(connection, "alter table response rename column number to key");
        Sql.execute(connection, "alter table response add column copy integer");
        addTables(connection);
        Sql.execute(connection, "insert into journal select 0, journal, '', 0 from outbox");
        Sql.execute(connection, "drop table outbox");
    }

    /**
     * The order of journals is their age. {@code floor}: numbers up to it were minted, whatever became of their rows. A
     * boot's {@code offset} is of a trusted clock, its {@code last} (a wall time) of that or of a receipt.
     * {@link Salvage} knows these tables by the shapes of their rows.
     */
    private static void addTables(Connection connection) throws SQLException {
        Sql.execute(connection, "create index response_moving on response(key) where state = " + State.MOVING);
        Sql.execute(
                connection,
                "create table journal(place integer primary key, id text not null unique, unit text not null,"
                        + " floor integer not null) strict");
        Sql.execute(
                connection,
                "create table boot(place integer primary key, id text not null unique, offset integer, last integer)"
                        + " strict");
        Sql.execute(
                connection,
                "create table salvage(file integer primary key, state integer not null, kept integer not null,"
                        + " lost integer not null) strict");
    }

    private OutboxSchema() {}
}

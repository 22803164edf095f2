package hymio.server.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** The baseline of storing: the same rows by sqlite-jdbc alone, as safely flushed, without dedupe, tallies and gaps. */
final class BareInsert {
    private static final int COMMIT = 10_000;

    /** @return rows a second */
    static double run(Path file, int rows) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-16_000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table response (source integer not null, number integer not null, question"
                    + " integer not null, option integer not null, visit integer, uptime integer not null, clock integer"
                    + " not null, at integer, quality integer, location integer not null, primary key (source, number))"
                    + " strict, without rowid");
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            insert(connection, rows);
            return rows / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static void insert(Connection connection, int rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into response values (?, ?, 1, ?, null, ?, ?, null, 0, ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setInt(1, i / 500 % 200);
                insert.setInt(2, i / 100_000 * 500 + i % 500);
                insert.setInt(3, 1 + i % 4);
                insert.setLong(4, 60_000L * i);
                insert.setInt(5, i / 500 % 200);
                insert.setInt(6, i % 20);
                insert.addBatch();
                if ((i + 1) % COMMIT == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private BareInsert() {}
}

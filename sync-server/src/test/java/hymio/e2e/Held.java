package hymio.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A response as the server's database holds it.
 *
 * @param terminal its name
 * @param terminalId its id
 * @param source stands for the journal
 * @param counts whether figures count it: neither play nor taken back
 */
record Held(String terminal, String terminalId, long source, long number, int option, boolean counts) {
    private static final String SQL =
            "select t.name, t.id, r.source, r.number, r.option, e.misuse is null and e.takes_back is null"
                    + " and not exists (select 1 from extra b where b.source = r.source and b.takes_back = r.number)"
                    + " from response r join journal j on j.source = r.source join terminal t on t.num = j.terminal"
                    + " left join extra e on e.source = r.source and e.number = r.number order by r.source, r.number";

    /**
     * All of them, from a copy of the database of a server that does not run: whatever state a kill left it in.
     *
     * @param data the server's folder
     */
    static List<Held> all(Path data) throws IOException, SQLException {
        Path copy = Files.createTempDirectory("held");
        for (String file : List.of("hymio.db", "hymio.db-wal")) {
            if (Files.exists(data.resolve(file))) {
                Files.copy(data.resolve(file), copy.resolve(file));
            }
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("hymio.db"));
                Statement statement = database.createStatement()) {
            check(statement);
            return read(statement);
        } finally {
            for (String file : List.of("hymio.db", "hymio.db-wal", "hymio.db-shm", "")) {
                Files.deleteIfExists(copy.resolve(file));
            }
        }
    }

    private static void check(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("pragma integrity_check")) {
            rows.next();
            if (!rows.getString(1).equals("ok")) {
                throw new AssertionError("the server's database is damaged: " + rows.getString(1));
            }
        }
    }

    private static List<Held> read(Statement statement) throws SQLException {
        List<Held> held = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                held.add(new Held(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getInt(5),
                        rows.getBoolean(6)));
            }
        }
        return held;
    }
}

package hymio.server;

import hymio.server.db.DataFolder;
import hymio.server.db.Db;
import hymio.server.db.Storage;
import java.nio.file.Path;
import java.util.List;

/**
 * The database that tests stand on: SQLite, or in Surefire's second run ({@code -Dhymio.test.database=postgresql}) a
 * PostgreSQL. A folder names the database in both: the same folder, the same database.
 */
public final class TestDatabase {
    public static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("hymio.test.database"));

    public static Storage of(Path folder) {
        return POSTGRESQL ? TestPostgres.storage(folder) : new Storage.Folder(folder);
    }

    public static Db open(Path folder) {
        return POSTGRESQL ? of(folder).open() : Db.open(DataFolder.database(folder));
    }

    /** How the server's commands are told of it. */
    public static List<String> arguments(Path folder) {
        return of(folder) instanceof Storage.Postgres postgres
                ? List.of("--database", postgres.toString())
                : List.of("--data", folder.toString());
    }

    /** Beside a server that has it open. */
    public static Db openBeside(Path folder) {
        return POSTGRESQL ? of(folder).openBeside() : Db.openBeside(DataFolder.database(folder));
    }

    private TestDatabase() {}
}

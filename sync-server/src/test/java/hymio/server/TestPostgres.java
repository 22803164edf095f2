package hymio.server;

import hymio.server.db.Db;
import hymio.server.db.PostgresUrl;
import hymio.server.db.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A real PostgreSQL, one for all tests of a JVM, ended with it. Each test has a database of its own in it: a copy of
 * one whose schema is up to date.
 */
public final class TestPostgres {
    private static final String TEMPLATE = "hymio_template";
    private static final TestPostgres ONE = new TestPostgres();

    private final EmbeddedPostgres server;
    private final Map<Path, String> names = new HashMap<>();

    private TestPostgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("jit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("create database " + TEMPLATE);
        try (Db db = url(TEMPLATE).open()) {
            // The tests read bytes as SQLite shows them.
            db.change(handle -> handle.execute("create function hex(bytea) returns text language sql immutable"
                    + " as $$ select upper(encode($1, 'hex')) $$"));
        }
    }

    /** The database of a folder; a new one when the folder has none yet. */
    public static Storage.Postgres storage(Path folder) {
        return ONE.url(ONE.name(folder));
    }

    /** A new database without any table. */
    public static Storage.Postgres empty() {
        synchronized (ONE) {
            String name = "e" + ONE.names.size();
            ONE.names.put(Path.of(name), name);
            run("create database " + name);
            return ONE.url(name);
        }
    }

    /** Runs one statement as the administrator of the server. */
    public static void run(String sql) {
        ONE.execute(sql);
    }

    /** A connection to a database past our own program. */
    public static Handle handle(Storage.Postgres storage) {
        return Jdbi.create(ONE.server.getDatabase("postgres", storage.url().database()))
                .open();
    }

    private synchronized String name(Path folder) {
        return names.computeIfAbsent(folder.toAbsolutePath(), unused -> {
            String name = "t" + names.size();
            execute("create database " + name + " template " + TEMPLATE + " strategy file_copy");
            return name;
        });
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Storage.Postgres url(String name) {
        return new Storage.Postgres(
                PostgresUrl.parse("postgresql://postgres@localhost:" + server.getPort() + "/" + name),
                Optional.of("postgres"));
    }
}

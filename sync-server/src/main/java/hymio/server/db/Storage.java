package hymio.server.db;

import java.nio.file.Path;
import java.util.Optional;

/** Where a server keeps what it knows. */
public sealed interface Storage {
    /**
     * Opens or makes the database, brings its schema up to date and keeps it until it is closed.
     *
     * @throws DataFolderException when the folder cannot be used, or another server keeps it
     * @throws DatabaseException when the database cannot be used
     * @throws NewerSchemaException when a newer program has written it
     */
    Db open();

    /** As {@link #open}, beside servers that may run: then their schema is left alone. */
    Db openBeside();

    /** A folder of its own, with SQLite. One server at a time. */
    record Folder(Path path) implements Storage {
        @Override
        public Db open() {
            DataFolder folder = DataFolder.keep(path);
            try {
                return SqliteDb.of(folder);
            } catch (RuntimeException e) {
                folder.close();
                throw e;
            }
        }

        @Override
        public Db openBeside() {
            DataFolder.tryKeep(path).ifPresent(folder -> SqliteDb.of(folder).close());
            return Db.openBeside(DataFolder.database(path));
        }
    }

    /**
     * A PostgreSQL, shared by any number of servers.
     *
     * @param password empty: the driver looks into the file that PGPASSFILE names, else into {@code ~/.pgpass}
     */
    record Postgres(PostgresUrl url, Optional<String> password) implements Storage {
        @Override
        public Db open() {
            return PostgresDb.of(this);
        }

        @Override
        public Db openBeside() {
            return PostgresDb.beside(this);
        }

        @Override
        public String toString() {
            return url.toString();
        }
    }
}

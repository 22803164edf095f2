package hymio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.db.DatabaseException;
import hymio.server.db.PostgresUrl;
import hymio.server.db.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the data is, as every command of the server is told: a folder, or a PostgreSQL. */
final class StorageOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the database; made if need be.")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "Instead of --data: a PostgreSQL that several servers share, as postgresql://user@host:port/name."
                            + " Its password comes from --database-password-file, PGPASSWORD, PGPASSFILE or ~/.pgpass.")
    private @Nullable String database;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "File that holds the password of --database and nothing else.")
    private @Nullable Path passwordFile;

    /**
     * @param example of the command, for who said neither
     * @throws DatabaseException when the address or the file is none
     */
    Storage storage(CommandLine command, String example) {
        if ((data == null) == (database == null)) {
            String why = data == null ? "Say where the server's data is" : "Say one of them only";
            throw new ParameterException(command, why + ": '--data DIR' or '--database URL', as in " + example);
        }
        return data == null
                ? new Storage.Postgres(PostgresUrl.parse(String.valueOf(database)), password())
                : new Storage.Folder(data);
    }

    private Optional<String> password() {
        if (passwordFile == null) {
            return Optional.ofNullable(System.getenv("PGPASSWORD"));
        }
        try {
            return Optional.of(Files.readString(passwordFile, UTF_8).strip());
        } catch (IOException e) {
            throw new DatabaseException("The file of the database's password cannot be read: " + e.getMessage());
        }
    }
}

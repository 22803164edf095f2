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
import picocli.CommandLine.Option;

/** Which PostgreSQL, and its password, which never stands on a command line. */
final class PostgresOptions {
    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "A PostgreSQL that several servers share, instead of a folder: postgresql://user@host:port/name."
                            + " Its password comes from --database-password-file, PGPASSWORD, PGPASSFILE or ~/.pgpass.")
    private @Nullable String url;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "File that holds the password of --database and nothing else.")
    private @Nullable Path passwordFile;

    /**
     * Empty when none is named.
     *
     * @throws DatabaseException when the address or the file is none
     */
    Optional<Storage.Postgres> storage() {
        return url == null ? Optional.empty() : Optional.of(new Storage.Postgres(PostgresUrl.parse(url), password()));
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

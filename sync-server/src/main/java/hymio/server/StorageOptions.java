package hymio.server;

import hymio.server.db.Storage;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the data is, as every command of the server is told: a folder, or a PostgreSQL. */
final class StorageOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the database; made if need be.")
    private @Nullable Path data;

    @Mixin
    private PostgresOptions postgres = new PostgresOptions();

    /**
     * @param example of the command, for who said neither
     * @throws hymio.server.db.DatabaseException when the address or the file of the password is none
     */
    Storage storage(CommandLine command, String example) {
        Optional<Storage.Postgres> database = postgres.storage();
        if ((data == null) == database.isEmpty()) {
            String why = data == null ? "Say where the server's data is" : "Say one of them only";
            throw new ParameterException(command, why + ": '--data DIR' or '--database URL', as in " + example);
        }
        return data == null ? database.orElseThrow() : new Storage.Folder(data);
    }
}

package hymio.server;

import hymio.server.access.Grant;
import hymio.server.db.DataFolder;
import hymio.server.db.Db;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin}: what needs the data folder itself; works beside a running server too. */
@Command(
        name = "admin",
        description = "Looks after a server's data folder; works while the server runs, too.",
        subcommands = {
            AdminCommand.Token.class,
            StaffCommand.class,
            TokensCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            BackupCommand.Verify.class,
            BackupCommand.Restore.class
        })
final class AdminCommand {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the database; made if need be. Required.")
    private @Nullable Path data;

    /** Makes or updates the schema unless a server keeps the folder, then opens the database beside whoever does. */
    Db open(CommandLine command) {
        Path data = folder(command);
        Optional<DataFolder> kept = DataFolder.tryKeep(data);
        try (DataFolder folder = kept.orElse(null)) {
            if (folder != null) {
                Db.open(folder.database()).close();
            }
        }
        return Db.openBeside(DataFolder.database(data));
    }

    /** The data folder that was named. */
    Path folder(CommandLine command) {
        if (data == null) { // not "required" for picocli, which would ask for it before it shows a help
            throw new ParameterException(command, "Say where the server's data is: ./hymio admin --data DIR");
        }
        return data;
    }

    /** {@code admin token}: the short way to a token that may do everything. */
    @Command(
            name = "token",
            description = "Makes an access token that may do everything; \"tokens\" makes lesser ones.")
    static final class Token {
        @CommandLine.ParentCommand
        private AdminCommand admin = new AdminCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Command(name = "create", description = "Makes an access token and tells it once, on standard output.")
        int create(
                @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
                @Option(names = "--json", description = "Answers {\"token\":…}.") boolean json) {
            return TokensCommand.add(admin, spec.commandLine(), name, Grant.EVERYTHING, json);
        }
    }
}

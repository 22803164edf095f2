package hymio.server;

import hymio.server.access.Grant;
import hymio.server.db.DatabaseException;
import hymio.server.db.Db;
import hymio.server.db.Storage;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin}: what needs the data itself; works beside a running server too. */
@Command(
        name = "admin",
        description = "Looks after a server's data; works while the server runs, too.",
        subcommands = {
            AdminCommand.Token.class,
            StaffCommand.class,
            TokensCommand.class,
            AuditCommand.class,
            RecountCommand.class,
            MigrateCommand.class,
            BackupCommand.class,
            BackupCommand.Verify.class,
            BackupCommand.Restore.class
        })
final class AdminCommand {
    @Mixin
    private StorageOptions storage = new StorageOptions();

    /** Makes or updates the schema unless a server keeps the data, then opens the database beside whoever does. */
    Db open(CommandLine command) {
        return storage(command).openBeside();
    }

    Storage storage(CommandLine command) {
        return storage.storage(command, "./hymio admin --data DIR");
    }

    /** The data folder that was named, for what can be done with files only. */
    Path folder(CommandLine command) {
        return switch (storage(command)) {
            case Storage.Folder folder -> folder.path();
            case Storage.Postgres unused ->
                throw new DatabaseException(
                        "This is for the data of a folder (--data). PostgreSQL has tools of its own:"
                                + " take a copy with pg_dump --format custom, bring it back with pg_restore into an empty"
                                + " database, or let it archive its log for a restore to any moment.");
        };
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

package hymio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.access.Secrets;
import hymio.server.access.TokenStore;
import hymio.server.db.Db;
import hymio.server.db.Storage;
import hymio.wire.Limits;
import hymio.wire.WireCodec;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin}: what needs the data itself; works beside a running server too. */
@Command(
        name = "admin",
        description = "Looks after a server's data; works while the server runs, too.",
        subcommands = {AdminCommand.Token.class, RecountCommand.class, MigrateCommand.class})
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

    /** {@code admin token}. */
    @Command(name = "token", description = "Access tokens of scripts.")
    static final class Token {
        @CommandLine.ParentCommand
        private AdminCommand admin = new AdminCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Command(name = "create", description = "Makes an access token and tells it once, on standard output.")
        int create(
                @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
                @Option(names = "--json", description = "Answers {\"token\":…}.") boolean json) {
            if (name.isBlank() || name.length() > Limits.NAME) {
                throw new ParameterException(spec.commandLine(), "NAME must be 1 to " + Limits.NAME + " characters");
            }
            Optional<String> token;
            try (Db db = admin.open(spec.commandLine())) {
                token = new TokenStore(db, new Secrets(new SecureRandom()), InstantSource.system()).create(name);
            }
            PrintWriter err = spec.commandLine().getErr();
            if (token.isEmpty()) {
                err.println("There is a token named " + name + " already. Choose another NAME.");
                return CommandLine.ExitCode.USAGE;
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? new String(new WireCodec().write(Map.of("token", token.get())), UTF_8) : token.get());
            err.println("Keep this token safe: it is not shown again.");
            return CommandLine.ExitCode.OK;
        }
    }
}

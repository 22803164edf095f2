package hymio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.access.Grant;
import hymio.server.access.Secrets;
import hymio.server.access.TokenStore;
import hymio.server.audit.Author;
import hymio.server.db.Db;
import hymio.wire.Limits;
import hymio.wire.WireCodec;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin tokens}: what scripts come with. */
@Command(name = "tokens", description = "Access tokens of scripts: add, list, revoke.")
final class TokensCommand {
    @CommandLine.ParentCommand
    private AdminCommand admin = new AdminCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "add", description = "Makes an access token and tells it once, on standard output.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
            @Mixin Granted granted,
            @Option(names = "--json", description = "Answers {\"token\":…}.") boolean json) {
        CommandLine command = spec.commandLine();
        return add(admin, command, name, granted.grant(command), json);
    }

    @Command(name = "list", description = "Names every token and what it may; never the token itself.")
    int list() {
        try (Db db = admin.open(spec.commandLine())) {
            PrintWriter out = spec.commandLine().getOut();
            tokens(db)
                    .list()
                    .forEach(token -> out.println(
                            token.name() + "\t" + Granted.told(token.grant()) + "\tsince " + token.created()));
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "revoke", description = "Ends a token at once.")
    int revoke(@Parameters(paramLabel = "NAME") String name) {
        boolean revoked;
        try (Db db = admin.open(spec.commandLine())) {
            revoked = tokens(db).revoke(name, Author.command(InstantSource.system()));
        }
        if (!revoked) {
            spec.commandLine().getErr().println("There is no token named " + name + ". \"tokens list\" names them.");
        }
        return revoked ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    }

    static int add(AdminCommand admin, CommandLine command, String name, Grant grant, boolean json) {
        if (name.isBlank() || name.length() > Limits.NAME) {
            throw new ParameterException(command, "NAME must be 1 to " + Limits.NAME + " characters");
        }
        TokenStore.Created created;
        try (Db db = admin.open(command)) {
            created = tokens(db).create(name, grant, Author.command(InstantSource.system()));
        }
        return switch (created) {
            case TokenStore.Created.Told told -> tell(command, told.token(), json);
            case TokenStore.Created.NameTaken unused ->
                refuse(command, "There is a token named " + name + " already. Choose another NAME.");
            case TokenStore.Created.NoLocation unused ->
                refuse(command, "There is no location " + grant.location().orElse("") + ".");
        };
    }

    private static int tell(CommandLine command, String token, boolean json) {
        command.getOut().println(json ? new String(new WireCodec().write(Map.of("token", token)), UTF_8) : token);
        command.getErr().println("Keep this token safe: it is not shown again.");
        return CommandLine.ExitCode.OK;
    }

    private static int refuse(CommandLine command, String why) {
        command.getErr().println(why);
        return CommandLine.ExitCode.USAGE;
    }

    private static TokenStore tokens(Db db) {
        return new TokenStore(db, new Secrets(new SecureRandom()));
    }
}

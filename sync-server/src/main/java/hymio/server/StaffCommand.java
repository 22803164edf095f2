package hymio.server;

import hymio.server.access.AccountStore;
import hymio.server.access.Grant;
import hymio.server.access.ManageStaff;
import hymio.server.access.ManageStaff.Outcome;
import hymio.server.access.PasswordLink;
import hymio.server.access.Role;
import hymio.server.access.Secrets;
import hymio.server.audit.Author;
import hymio.server.db.Db;
import hymio.wire.Limits;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin staff}: accounts and what they may. Works while the server runs, and counts at once. */
@Command(name = "staff", description = "Accounts of staff: add, list, role, reset, disable.")
final class StaffCommand {
    private static final String NONE = "none";

    @CommandLine.ParentCommand
    private AdminCommand admin = new AdminCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "add", description = "Adds an account and tells, once, the link to choose its password.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What they sign in with.") String name,
            @Mixin Granted granted,
            @Option(names = "--server", paramLabel = "URL", description = "Address of the server, for a whole link.")
                    @Nullable
                    String server) {
        if (!AccountStore.fit(name)) {
            throw new ParameterException(spec.commandLine(), "NAME must be 1 to " + Limits.NAME + " characters");
        }
        Grant grant = granted.grant(spec.commandLine());
        return run(name, grant.location(), server, staff -> staff.add(name, grant, by()));
    }

    @Command(name = "role", description = "Gives a role at a location and below it, or takes it away.")
    int role(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, editor, administrator or none.")
                    String word,
            @Option(
                            names = "--at",
                            paramLabel = "LOCATION",
                            description = "Id of a location; everywhere when left out.")
                    @Nullable
                    String at) {
        Optional<Role> role =
                word.equals(NONE) ? Optional.empty() : Optional.of(Granted.role(spec.commandLine(), word));
        Optional<String> location = Optional.ofNullable(at);
        return run(name, location, null, staff -> staff.role(name, role, location, by()));
    }

    @Command(
            name = "reset",
            description = "Ends password and sessions at once and tells, once, the link to choose a new password;"
                    + " a disabled account is in use again.")
    int reset(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--server", paramLabel = "URL", description = "Address of the server, for a whole link.")
                    @Nullable
                    String server) {
        return run(name, Optional.empty(), server, staff -> staff.reset(name, by()));
    }

    @Command(name = "disable", description = "Nobody signs in with it any more; whoever has is out at once.")
    int disable(@Parameters(paramLabel = "NAME") String name) {
        return run(name, Optional.empty(), null, staff -> staff.disable(name, by()));
    }

    @Command(name = "list", description = "Names every account and what it may.")
    int list() {
        try (Db db = admin.open(spec.commandLine())) {
            PrintWriter out = spec.commandLine().getOut();
            staff(db).list().forEach(member -> out.println(told(member)));
        }
        return CommandLine.ExitCode.OK;
    }

    private static String told(ManageStaff.Member member) {
        String roles = member.grants().isEmpty()
                ? "no role"
                : member.grants().stream().map(Granted::told).collect(Collectors.joining(", "));
        String state = member.disabled() ? "disabled" : member.waiting() ? "no password chosen yet" : "in use";
        return member.name() + "\t" + roles + "\t" + state;
    }

    private int run(
            String name, Optional<String> location, @Nullable String server, Function<ManageStaff, Outcome> work) {
        Outcome outcome;
        try (Db db = admin.open(spec.commandLine())) {
            outcome = work.apply(staff(db));
        }
        return switch (outcome) {
            case Outcome.Link link -> tell(link.token(), server);
            case Outcome.Done unused -> CommandLine.ExitCode.OK;
            case Outcome.NameTaken unused ->
                refuse("There is an account named " + name + " already. Choose another NAME.");
            case Outcome.NoAccount unused ->
                refuse("There is no account named " + name + ". \"staff list\" names them.");
            case Outcome.NoLocation unused -> refuse("There is no location " + location.orElse("") + ".");
        };
    }

    private int tell(String token, @Nullable String server) {
        String base = server == null ? "" : server.replaceFirst("/+$", "");
        spec.commandLine().getOut().println(base + "/setup?token=" + token);
        String where = server == null ? "Open it on the address of the server. " : "";
        spec.commandLine()
                .getErr()
                .println(where + "It works once, for " + PasswordLink.VALID.toDays()
                        + " days, and is not shown again. Hand it to nobody else.");
        return CommandLine.ExitCode.OK;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return CommandLine.ExitCode.USAGE;
    }

    private static Author by() {
        return Author.command(InstantSource.system());
    }

    private static ManageStaff staff(Db db) {
        return new ManageStaff(db, new PasswordLink(db, new Secrets(new SecureRandom()), InstantSource.system()));
    }
}

package hymio.server;

import hymio.server.db.MoveData;
import hymio.server.db.Storage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code admin migrate-to}. */
@Command(
        name = "migrate-to",
        description =
                "Copies all data of --data into an empty PostgreSQL, compares both, and tells what to do next. The"
                        + " server must be stopped meanwhile: terminals keep what they have and send it afterwards.")
final class MigrateCommand implements Callable<Integer> {
    @ParentCommand
    private AdminCommand admin = new AdminCommand();

    @Mixin
    private PostgresOptions target = new PostgresOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Storage.Postgres to = target.storage()
                .orElseThrow(
                        () -> new ParameterException(
                                spec.commandLine(),
                                "Say where to: ./hymio admin --data DIR migrate-to --database postgresql://user@host:port/name"));
        if (!(admin.storage(spec.commandLine()) instanceof Storage.Folder from)) {
            throw new ParameterException(spec.commandLine(), "Only data of a folder can be moved: --data DIR");
        }
        PrintWriter out = spec.commandLine().getOut();
        new MoveData(from, to, out::println).run();
        out.println("All data is in " + to + " and equal to that of " + from.path() + ".");
        out.println("Next: start every server with --database " + to + " instead of --data, and look at a page.");
        out.println("Never start a server on " + from.path() + " again: what came to it would be missing in the other."
                + " Keep the folder as a backup.");
        return CommandLine.ExitCode.OK;
    }
}

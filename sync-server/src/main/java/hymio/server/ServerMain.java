package hymio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.backup.BackupException;
import hymio.server.db.DataFolderException;
import hymio.server.db.DatabaseException;
import hymio.server.db.NewerSchemaException;
import hymio.server.http.ListenException;
import hymio.server.http.TlsException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server's command line: {@code serve} and {@code admin}. Exit codes: 0 well, 1 a fault, 2 bad use or settings. */
@Command(
        name = "./hymio",
        description = "The Hymiö server.",
        subcommands = {AdminCommand.class})
public final class ServerMain {
    @SuppressWarnings("UnusedVariable") // picocli sets it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    public static void main(String[] arguments) {
        System.exit(commandLine(utf8(FileDescriptor.out), utf8(FileDescriptor.err), Clock.systemUTC())
                .execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err, Clock clock) {
        return new CommandLine(new ServerMain())
                .addSubcommand(new ServeCommand(clock))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command));
    }

    /** What a person can put right is told in one line; anything else is a fault and shows where. */
    private static int explain(Exception e, CommandLine command) {
        if (e instanceof DataFolderException
                || e instanceof DatabaseException
                || e instanceof NewerSchemaException
                || e instanceof ListenException
                || e instanceof BackupException
                || e instanceof TlsException) {
            command.getErr().println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        command.getErr().println("This should not happen. Please report it:");
        e.printStackTrace(command.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Whatever the terminal's locale: scripts read the lines, and Hymiö has an ö. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8), true);
    }
}

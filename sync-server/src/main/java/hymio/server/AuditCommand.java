package hymio.server;

import hymio.server.audit.AuditLog;
import hymio.server.db.Db;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code admin audit}: the log of changes, one line each, columns parted by tabs. */
@Command(
        name = "audit",
        description =
                "Shows who changed what and when, the newest first: time, who, what, on what, location, from, to.")
final class AuditCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @CommandLine.ParentCommand
    private AdminCommand admin = new AdminCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many lines; default: ${DEFAULT-VALUE}.")
    private int last;

    @Override
    public Integer call() {
        if (last < 1 || last > MOST) {
            throw new ParameterException(spec.commandLine(), "--last must be from 1 to " + MOST + ", not " + last);
        }
        try (Db db = admin.open(spec.commandLine())) {
            PrintWriter out = spec.commandLine().getOut();
            new AuditLog(db).newest(Optional.empty(), Long.MAX_VALUE, last).forEach(entry -> out.println(line(entry)));
        }
        return CommandLine.ExitCode.OK;
    }

    private static String line(AuditLog.Entry entry) {
        return Stream.of(
                        entry.at().toString(),
                        (entry.kind() + " " + entry.who()).strip(),
                        entry.what(),
                        entry.subject(),
                        entry.location(),
                        entry.before(),
                        entry.after())
                .map(AuditCommand::onOneLine)
                .collect(Collectors.joining("\t"));
    }

    /** A name that somebody typed must not look like another line, or like a terminal's control sequence. */
    private static String onOneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package hymio.server;

import hymio.server.backup.CheckBackup;
import hymio.server.backup.RestoreBackup;
import hymio.server.backup.TakeBackup;
import hymio.server.db.DataFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code admin backup}; {@link Verify} and {@link Restore} belong to it. */
@Command(name = "backup", description = "Writes the whole database into FILE, consistent, also while the server runs.")
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private AdminCommand admin = new AdminCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "New file; one that exists is left alone.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Path database = DataFolder.database(admin.folder(spec.commandLine()));
        CheckBackup.Found found =
                TakeBackup.into(database, file, progress(spec.commandLine().getErr()));
        spec.commandLine().getErr().println();
        say(spec, "Backed up and checked: " + file, found);
        return CommandLine.ExitCode.OK;
    }

    private static IntConsumer progress(PrintWriter err) {
        int[] last = {-1};
        return percent -> {
            if (percent > last[0]) {
                last[0] = percent;
                err.print("\rWriting the backup: " + percent + " %");
                err.flush();
            }
        };
    }

    private static void say(CommandSpec spec, String what, CheckBackup.Found found) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(what);
        out.println(
                "responses " + found.responses() + ", terminals " + found.terminals() + ", schema " + found.schema());
        found.newest().ifPresent(at -> out.println("last batch " + at));
    }

    /** {@code admin verify}. */
    @Command(
            name = "verify",
            description =
                    "Checks that FILE is whole: every page, index and reference, and as many responses as its journals"
                            + " say. Changes nothing. \"recount\" compares the counts once it is restored.")
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "A backup.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            say(spec, file + " is a sound backup.", CheckBackup.of(file));
            return CommandLine.ExitCode.OK;
        }
    }

    /** {@code admin restore}. */
    @Command(
            name = "restore",
            description =
                    "Puts a backup in the place of the database. Stop the server first. What came after the backup"
                            + " is sent again by the terminals, as far as they still hold it (90 days).")
    static final class Restore implements Callable<Integer> {
        @ParentCommand
        private AdminCommand admin = new AdminCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "A backup.")
        private @Nullable Path file;

        @Option(names = "--replace", description = "Puts a database that stands there aside; nothing is deleted.")
        private boolean replace;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (DataFolder folder = DataFolder.keep(admin.folder(spec.commandLine()))) {
                Path backup = file == null ? Path.of("") : file;
                RestoreBackup.into(
                                folder, backup, replace, InstantSource.system().instant())
                        .ifPresent(old -> out.println("The database that stood there lies in " + old));
            }
            out.println("Restored. Start the server: its terminals send again what it misses now.");
            return CommandLine.ExitCode.OK;
        }
    }
}

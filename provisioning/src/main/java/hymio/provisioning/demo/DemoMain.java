package hymio.provisioning.demo;

import hymio.provisioning.print.PlainText;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ./hymio demo}: the whole of Hymiö at work, on this machine, with a check of every number. */
@Command(
        name = "./hymio demo",
        sortOptions = false,
        description = "Starts a server and six terminals of a sample town, lets simulated visitors press their buttons,"
                + " and compares what was pressed with what the server shows. Ctrl-C stops all of it.",
        footer = {"", "Exit codes: 0 every number agrees, 1 a difference or a failure, 2 wrong use."})
public final class DemoMain implements Callable<Integer> {
    private static final String LAUNCHER = "HYMIO_LAUNCHER";
    private static final int LONGEST_SECONDS = 86_400;
    private static final int WRONG_USE = 2;
    /** Longer than the demo takes to count and to stop all it started after an interrupt. */
    private static final long STOP_MILLIS = 40_000;

    private final Map<String, String> environment;
    /** The machine ends this program: Ctrl-C, a TERM signal or a closed console. */
    private volatile boolean stopping;
    /** All is stopped and removed; nothing is left to wait for. */
    private volatile boolean over;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Let visitors press for so long, then compare and end (default: until Ctrl-C).")
    private @Nullable Integer seconds;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep all data in this empty or new folder (default: a temporary one, removed at the end).")
    private @Nullable Path keep;

    @Option(names = "--no-screen", description = "No terminal opens a window.")
    private boolean noScreen;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the visitors' moods and pace (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads the annotation
    private boolean help;

    DemoMain(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public static void main(String[] args) {
        DemoMain demo = new DemoMain(System.getenv());
        CommandLine commandLine = new CommandLine(demo).setParameterExceptionHandler((e, unused) -> wrongUse(e));
        commandLine.setOut(utf8(FileDescriptor.out));
        commandLine.setErr(utf8(FileDescriptor.err));
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> demo.stop(main)));
        int exit = commandLine.execute(args);
        demo.over = true;
        if (!demo.stopping) {
            System.exit(exit);
        }
    }

    @Override
    public Integer call() throws IOException {
        Demo.Options options = options();
        Path launcher = launcher();
        Path folder = folder();
        boolean console =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        LiveLine live = new LiveLine(spec.commandLine().getOut(), console);
        Programs programs = new Programs(launcher, folder, environment);
        try (Demo demo = new Demo(Town.SAMPLE, options, programs, live, Clock.systemUTC())) {
            return demo.run() ? 0 : 1;
        } catch (DemoException e) {
            return failed(stopping ? "stopped." : String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            return failed("stopped.");
        } finally {
            tidy(folder);
        }
    }

    /** Runs while the machine waits to end this program: lets the run end itself. */
    private void stop(Thread main) {
        if (over) {
            return;
        }
        stopping = true;
        main.interrupt();
        try {
            main.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Demo.Options options() {
        if (seconds != null && (seconds < 1 || seconds > LONGEST_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds must be from 1 to " + LONGEST_SECONDS + ", not " + seconds);
        }
        return new Demo.Options(seconds == null ? OptionalInt.empty() : OptionalInt.of(seconds), !noScreen, seed);
    }

    private Path launcher() {
        String launcher = environment.get(LAUNCHER);
        if (launcher == null) {
            throw new ParameterException(
                    spec.commandLine(), LAUNCHER + " does not name the launcher. Start the demo with: ./hymio demo");
        }
        return Path.of(launcher);
    }

    /** @throws ParameterException when the folder to keep holds something already: two runs would be counted as one */
    private Path folder() throws IOException {
        if (keep == null) {
            return Files.createTempDirectory("hymio-demo-");
        }
        try {
            Files.createDirectories(keep);
            try (Stream<Path> inside = Files.list(keep)) {
                if (inside.findAny().isPresent()) {
                    throw new ParameterException(
                            spec.commandLine(), keep + " is not empty. Name an empty or new folder with --keep.");
                }
            }
            return keep.toAbsolutePath();
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), keep + " cannot be used as a folder: " + e, e);
        }
    }

    private void tidy(Path folder) {
        if (keep != null) {
            spec.commandLine().getOut().println("The data stays in " + folder);
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            failed("The temporary folder " + folder + " could not be removed (" + e + "). Remove it by hand.");
        }
    }

    private int failed(String message) {
        PrintWriter err = spec.commandLine().getErr();
        message.lines().forEach(line -> err.println("demo: " + line));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int wrongUse(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("demo: " + PlainText.of(String.valueOf(e.getMessage())));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("How it is used: ./hymio demo --help");
        return WRONG_USE;
    }

    /** UTF-8 whatever the locale: the places have letters beyond ASCII. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}

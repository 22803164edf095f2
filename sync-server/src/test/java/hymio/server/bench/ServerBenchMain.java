package hymio.server.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import hymio.bench.BenchException;
import hymio.bench.Machine;
import hymio.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.slf4j.LoggerFactory;

/** {@code ./hymio bench server}: measures the server beside its baselines. */
public final class ServerBenchMain {
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    private static final String HELP = """
            Usage: ./hymio bench server [--quick | --full] [--write]
            Measures the real server in a process of its own, over sockets of this machine: ingest by size of batch
            beside sqlite-jdbc alone, CPU of a batch, single presses, a herd of 10 000 terminals at once and the same
            again, results of towns with millions of responses, bytes stored and sent, and the start.
              --quick   Less of everything, about a minute; rough
              --full    Also a town with 100 million responses: some 15 minutes and 4 GB of disk
              --write   Puts table and plot into docs/performance.md
              --help    Prints this and ends

            Exit codes: 0 measured, 1 something could not be measured, 2 a wrong option.""";

    /** @param args the folder of Hymiö's source, the server's command up to {@code --}, then the options */
    public static void main(String[] args) {
        List<String> all = List.of(args);
        int end = all.indexOf("--");
        Path root = Path.of(all.getFirst());
        System.exit(run(root, new ServerUnderTest.Command(all.subList(1, end)), all.subList(end + 1, all.size())));
    }

    private static int run(Path root, ServerUnderTest.Command command, List<String> options) {
        if (options.contains("--help") || options.contains("-h")) {
            System.out.println(HELP);
            return 0;
        }
        for (String option : options) {
            if (!List.of("--quick", "--full", "--write").contains(option)) {
                System.err.println("hymio bench server: there is no option " + option + ". --help lists them.");
                return USAGE;
            }
        }
        ServerBench.Plan plan = options.contains("--quick")
                ? ServerBench.Plan.QUICK
                : options.contains("--full") ? ServerBench.Plan.FULL : ServerBench.Plan.USUAL;
        try {
            measure(root, command, plan, options.contains("--write"));
            return 0;
        } catch (IOException | InterruptedException | ExecutionException | SQLException | BenchException e) {
            System.err.println("hymio bench server: " + e.getMessage());
            return FAULT;
        }
    }

    private static void measure(Path root, ServerUnderTest.Command command, ServerBench.Plan plan, boolean write)
            throws IOException, InterruptedException, ExecutionException, SQLException, BenchException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        String machine = Machine.here() + ". Server and clients share it. On another machine trust the ratios.";
        Path work = Files.createDirectories(root.resolve("sync-server/target/bench"));
        Report report = new Report(
                "server",
                new ServerBench(plan, command, work, Clock.systemUTC(), it -> System.err.println("  " + it)).measure(),
                machine);
        System.out.println(machine + "\n\n" + report.table());
        if (write) {
            report.write(root.resolve("docs"));
            System.out.println("Written: docs/performance.md");
        }
    }

    private ServerBenchMain() {}
}

package hymio.server;

import hymio.server.db.Db;
import hymio.server.tally.RecountTallies;
import hymio.server.tally.RecountTallies.Difference;
import hymio.server.tally.Terminals;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code admin recount}: a few terminals at a time, each on one consistent moment, so that a server may go on working.
 */
@Command(
        name = "recount",
        description = "Counts every response anew and compares with the standing counts that pages and reports read."
                + " Exit code 0: all agree, or were repaired; 1: they differ.")
final class RecountCommand implements Callable<Integer> {
    /** Counted at once: some 300 MB at most. */
    private static final long RESPONSES = 500_000;
    /** Differences that are printed. */
    private static final int SHOWN = 100;

    @ParentCommand
    private AdminCommand admin = new AdminCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--repair",
            description = "Makes the standing counts what the responses say, and tells each change.")
    private boolean repair;

    @Override
    public Integer call() throws SQLException {
        try (Db db = admin.open(spec.commandLine())) {
            return recount(db, spec.commandLine().getOut());
        }
    }

    private int recount(Db db, PrintWriter out) throws SQLException {
        List<Terminals> stretches = db.<List<Terminals>, SQLException>read(
                handle -> Terminals.stretches(handle.getConnection(), RESPONSES));
        long found = 0;
        for (int i = 0; i < stretches.size(); i++) {
            List<Difference> differences = compare(db, stretches.get(i));
            for (Difference it : differences.subList(0, Math.clamp(SHOWN - found, 0, differences.size()))) {
                out.println(it.what() + ": stands " + it.stands() + ", counted " + it.counted());
            }
            found += differences.size();
            out.println("Counted " + (i + 1) + " of " + stretches.size() + " parts; " + found + " differences");
        }
        out.println(verdict(found));
        return found == 0 || repair ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Difference> compare(Db db, Terminals terminals) throws SQLException {
        List<Difference> differences = db.<List<Difference>, SQLException>read(
                handle -> new RecountTallies(handle.getConnection(), terminals).differences());
        return differences.isEmpty() || !repair ? differences : repair(db, terminals);
    }

    /** Compares once more, now that nobody writes meanwhile. */
    private static List<Difference> repair(Db db, Terminals terminals) throws SQLException {
        return db.<List<Difference>, SQLException>write(handle -> {
            RecountTallies recount = new RecountTallies(handle.getConnection(), terminals);
            recount.repair();
            return recount.differences();
        });
    }

    private String verdict(long found) {
        if (found == 0) {
            return "All standing counts agree with the responses.";
        }
        String many = found == 1 ? "1 standing count" : found + " standing counts";
        return repair
                ? many + " did not agree with the responses and were put right. Please report how it came to this."
                : many + " do not agree with the responses. Run the same with --repair to put them right.";
    }
}

package hymio.kiosk.bench;

import hymio.bench.BenchException;
import hymio.bench.Machine;
import hymio.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** {@code ./hymio bench kiosk}: measures the terminal beside its baselines. */
public final class BenchMain {
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    private static final String HELP = """
            Usage: ./hymio bench kiosk [--quick] [--runs N] [--presses N] [--write]
            Measures the terminal beside Debian's Chromium --kiosk with an equal page, on an X server of its own:
            start, CPU, memory, press to pixel, idle CPU; and a stored response beside a plain flushed file.
              --runs N    Starts of each, 1 to 50 (9)
              --presses N At most so many presses of each, 1 to 1000 (30); each takes 2.3 s
              --quick     One minute instead of five; rough
              --write     Puts table and plot into docs/performance.md
              --help      Prints this and ends

            Exit codes: 0 measured, 1 something could not be measured, 2 a wrong option.""";

    private final Path root;
    private KioskBench.Plan plan = KioskBench.Plan.USUAL;
    private boolean write;

    private BenchMain(Path root) {
        this.root = root;
    }

    /** @param args the folder of Hymiö's source, then the options */
    public static void main(String[] args) {
        System.exit(new BenchMain(Path.of(args[0])).run(List.of(args).subList(1, args.length)));
    }

    private int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            System.out.println(HELP);
            return 0;
        }
        try {
            Iterator<String> rest = words.iterator();
            while (rest.hasNext()) {
                understand(rest.next(), rest);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("hymio bench kiosk: " + e.getMessage());
            return USAGE;
        }
        try {
            measure();
            return 0;
        } catch (IOException | InterruptedException | BenchException e) {
            System.err.println("hymio bench kiosk: " + e.getMessage());
            return FAULT;
        }
    }

    private void understand(String word, Iterator<String> rest) {
        switch (word) {
            case "--quick" -> plan = KioskBench.Plan.QUICK;
            case "--write" -> write = true;
            case "--runs" -> plan = plan.runs(number(word, rest, 50));
            case "--presses" -> plan = plan.presses(number(word, rest, 1_000));
            default -> throw new IllegalArgumentException("there is no option " + word + ". --help lists them.");
        }
    }

    private static int number(String word, Iterator<String> words, int most) {
        String text = words.hasNext() ? words.next() : "";
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(word + " takes a number from 1 to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    private void measure() throws IOException, InterruptedException, BenchException {
        ProcessTree.adoptOrphans();
        Path work = Files.createDirectories(root.resolve("kiosk-app/target/bench"));
        String machine = machine();
        Path memory = Files.createTempDirectory("hymio-bench");
        Figures figures;
        try (Xvfb display = new Xvfb(memory)) {
            figures = new KioskBench(
                            plan,
                            display,
                            root.resolve("kiosk-app/kiosk.sh"),
                            work,
                            it -> System.err.println("  " + it))
                    .measure();
        } finally {
            Files.deleteIfExists(memory.resolve("Xvfb_screen0"));
            Files.deleteIfExists(memory);
        }
        Report report = new Report("kiosk", figures.rows(), machine);
        System.out.println(machine + "\n\n" + report.table());
        if (write) {
            report.write(root.resolve("docs"));
            System.out.println("Written: docs/performance.md");
        }
    }

    private String machine() throws IOException {
        return Machine.here() + ", " + chromium() + ". Medians of " + plan.runs()
                + " starts in turns. On another machine trust the ratios.";
    }

    private static String chromium() throws IOException {
        Process version = new ProcessBuilder("chromium", "--version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = version.inputReader().readLine();
        return line == null ? "Chromium" : line.replaceFirst("( \\d+)\\..*", "$1");
    }
}

package hymio.kiosk.bench;

import hymio.bench.BenchException;
import hymio.bench.Samples;
import hymio.kiosk.bench.StartTrial.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The whole measurement: the terminal and its baselines in turns, so that both meet the same moods of the machine. */
final class KioskBench {
    private final Plan plan;
    private final Xvfb display;
    private final Contender hymio;
    private final Contender chromium;
    private final Path disk;
    private final Consumer<String> progress;

    /**
     * How much is measured.
     *
     * @param runs starts of each
     * @param presses of each
     * @param idleSeconds of each
     * @param commits of each
     */
    record Plan(int runs, int presses, int idleSeconds, int commits) {
        /** About five minutes. */
        static final Plan USUAL = new Plan(9, 30, 20, 2_000);

        /** One minute: shows that it works, the figures are rough. */
        static final Plan QUICK = new Plan(2, 8, 3, 300);

        Plan runs(int number) {
            return new Plan(number, presses, idleSeconds, commits);
        }

        Plan presses(int number) {
            return new Plan(runs, number, idleSeconds, commits);
        }
    }

    /** @param work folder on the disk to measure; profiles and data are kept there from run to run */
    KioskBench(Plan plan, Xvfb display, Path script, Path work, Consumer<String> progress) {
        this.plan = plan;
        this.display = display;
        this.hymio = new Contender.Hymio(script, work.resolve("data"));
        this.chromium = new Contender.Chromium(work.resolve("chromium"));
        this.disk = work.resolve("commit");
        this.progress = progress;
    }

    Figures measure() throws IOException, InterruptedException, BenchException {
        progress.accept("one start of each that does not count: profiles and disk caches are warm then");
        StartTrial.run(hymio, display);
        StartTrial.run(chromium, display);
        List<Cost> starts = new ArrayList<>();
        List<Cost> baseStarts = new ArrayList<>();
        for (int i = 1; i <= plan.runs(); i++) {
            starts.add(StartTrial.run(hymio, display));
            baseStarts.add(StartTrial.run(chromium, display));
            progress.accept("start " + i + " of " + plan.runs() + ": " + said(starts) + " beside " + said(baseStarts));
        }
        progress.accept("presses");
        PressTrial trial = new PressTrial(display, RandomGenerator.getDefault());
        Samples presses = trial.run(hymio, plan.presses());
        Samples basePresses = trial.run(chromium, plan.presses());
        progress.accept("idle, " + plan.idleSeconds() + " s each");
        Figures.Pair idle = new Figures.Pair(
                IdleTrial.run(hymio, display, plan.idleSeconds()),
                IdleTrial.run(chromium, display, plan.idleSeconds()));
        progress.accept("commits");
        return new Figures(starts, baseStarts, presses, basePresses, idle, CommitTrial.run(disk, plan.commits()));
    }

    private static String said(List<Cost> costs) {
        Cost last = costs.getLast();
        return String.format(
                Locale.ROOT, "%.0f ms, CPU %.0f ms, %.0f MiB", last.wallMillis(), last.cpuMillis(), last.pssMib());
    }
}

package hymio.kiosk.bench;

import hymio.bench.Row;
import hymio.bench.Samples;
import hymio.kiosk.bench.StartTrial.Cost;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All that one run measured, as rows beside their baselines.
 *
 * @param starts of the terminal
 * @param baseStarts of Chromium, taken in turns with those
 * @param idle CPU in percent of a core
 */
record Figures(
        List<Cost> starts,
        List<Cost> baseStarts,
        Samples presses,
        Samples basePresses,
        Pair idle,
        CommitTrial.Cost commit) {

    /** The terminal's and the baseline's. */
    record Pair(double ours, double base) {}

    List<Row> rows() {
        String chromium = "Chromium --kiosk";
        return List.of(
                start("Start: all faces painted", "ms", Cost::wallMillis, 0.8),
                start("Start: CPU time", "ms", Cost::cpuMillis, 0.35),
                start("Start: memory (PSS)", "MiB", Cost::pssMib, 0.27),
                new Row(
                        "Press to pixel, p50",
                        "ms",
                        chromium,
                        presses.median(),
                        basePresses.median(),
                        new Row.Reach.Value(8, "ms")),
                new Row(
                        presses.values().size() < 100 ? "Press to pixel, slowest" : "Press to pixel, p99",
                        "ms",
                        chromium,
                        presses.percentile(99),
                        basePresses.percentile(99),
                        new Row.Reach.None()),
                new Row("Idle CPU", "% of a core", chromium, idle.ours(), idle.base(), new Row.Reach.None()),
                new Row(
                        "Response committed, p50",
                        "µs",
                        "append + fdatasync, " + commit.bytes() + " B",
                        commit.commitMicros().median(),
                        commit.syncMicros().median(),
                        new Row.Reach.Share(2.2)));
    }

    private Row start(String what, String unit, ToDoubleFunction<Cost> value, double most) {
        return new Row(
                what,
                unit,
                "Chromium --kiosk",
                median(starts, value),
                median(baseStarts, value),
                new Row.Reach.Share(most));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> value) {
        return new Samples(costs.stream().mapToDouble(value).boxed().toList()).median();
    }
}

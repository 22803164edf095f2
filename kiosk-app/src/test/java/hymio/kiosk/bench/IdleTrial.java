package hymio.kiosk.bench;

import hymio.bench.BenchException;
import java.io.IOException;

/** Nobody comes: what the standing picture costs. */
final class IdleTrial {
    private static final long SETTLE_MILLIS = 5_000;

    /** CPU in percent of one core over some seconds, with everything that start-up left to do behind it. */
    static double run(Contender contender, Xvfb display, int seconds)
            throws IOException, InterruptedException, BenchException {
        try (Stage stage = new Stage(contender, display)) {
            Thread.sleep(SETTLE_MILLIS);
            long cpu = stage.processes().cpuMillis();
            long began = System.nanoTime();
            Thread.sleep(seconds * 1_000L);
            long used = stage.processes().cpuMillis() - cpu;
            return 100.0 * used * 1e6 / (System.nanoTime() - began);
        }
    }

    private IdleTrial() {}
}

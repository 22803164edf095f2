package hymio.kiosk.bench;

import hymio.bench.BenchException;
import java.io.IOException;

/** A start: how long until all faces are in the frame buffer, and what it costs. */
final class StartTrial {
    /** When CPU and memory are read: this long after the picture stands, for what a program does behind its picture. */
    private static final long AFTER_MILLIS = 1_100;

    /**
     * What a start cost.
     *
     * @param wallMillis process start to all faces painted
     * @param cpuMillis CPU time of all processes until 1.5 s after that
     * @param pssMib memory of all processes then
     */
    record Cost(double wallMillis, double cpuMillis, double pssMib) {}

    static Cost run(Contender contender, Xvfb display) throws IOException, InterruptedException, BenchException {
        try (Stage stage = new Stage(contender, display)) {
            Thread.sleep(AFTER_MILLIS);
            ProcessTree processes = stage.processes();
            return new Cost(stage.paintedMillis(), processes.cpuMillis(), processes.pssKib() / 1024.0);
        }
    }

    private StartTrial() {}
}

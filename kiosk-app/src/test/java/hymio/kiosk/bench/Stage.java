package hymio.kiosk.bench;

import hymio.bench.BenchException;
import hymio.kiosk.screen.Theme;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/** One contender on the display, from its start until it is closed. */
final class Stage implements AutoCloseable {
    /** Discs of four faces, the best first; on four faces the middle one of five is left out. */
    static final List<Integer> FACES =
            Stream.of(0, 1, 3, 4).map(Theme.DAY.moods()::get).map(Stage::rgb).toList();

    /** Every 8th pixel each way: 16 000 looks, well below a millisecond. */
    private static final int STEP = 8;

    /** A face has at least this many of the looks, 0.6 % of the screen. */
    private static final int FACE = Xvfb.WIDTH * Xvfb.HEIGHT / STEP / STEP / 160;

    private static final long LOOK_MILLIS = 2;
    private static final long STANDS_MILLIS = 400;
    private static final long PATIENCE_MILLIS = 40_000;

    private final Contender contender;
    private final FrameBuffer pixels;
    private final ProcessTree processes;
    private final long startedNanos;
    private final double paintedMillis;

    /**
     * Starts a contender and waits until its picture stands.
     *
     * @throws BenchException when it ends, or does not paint four faces in time
     */
    Stage(Contender contender, Xvfb display) throws IOException, InterruptedException, BenchException {
        this.contender = contender;
        this.pixels = display.pixels();
        ProcessBuilder program = contender.program(display.display());
        startedNanos = System.nanoTime();
        processes = new ProcessTree(program);
        try {
            paintedMillis = awaitFaces();
        } catch (IOException | InterruptedException | BenchException e) {
            close();
            throw e;
        }
    }

    FrameBuffer pixels() {
        return pixels;
    }

    ProcessTree processes() {
        return processes;
    }

    /** From the start of the process to the last change of the faces' pixels, milliseconds. */
    double paintedMillis() {
        return paintedMillis;
    }

    /** The faces as they stand, to compare with later. */
    List<Integer> faces() {
        return pixels.count(FACES, STEP);
    }

    private double awaitFaces() throws IOException, InterruptedException, BenchException {
        List<Integer> last = List.of();
        double changedMillis = 0;
        while (true) {
            double now = millis();
            List<Integer> seen = faces();
            if (!seen.equals(last)) {
                last = seen;
                changedMillis = now;
            } else if (painted(seen) && now - changedMillis > STANDS_MILLIS) {
                return changedMillis;
            }
            if (!processes.alive() || now > PATIENCE_MILLIS) {
                String why = processes.alive() ? "waited " + PATIENCE_MILLIS / 1000 + " s" : "it ended";
                throw new BenchException(
                        contender.name() + " painted no four faces: " + why + ". What it said: " + contender.log());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private double millis() {
        return (System.nanoTime() - startedNanos) / 1e6;
    }

    private static boolean painted(List<Integer> seen) {
        return seen.stream().allMatch(it -> it >= FACE);
    }

    private static int rgb(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    /** Ends the contender; returns when its picture has gone. */
    @Override
    public void close() throws IOException, InterruptedException {
        processes.close();
        for (int i = 0; i < 1_000 && faces().stream().anyMatch(it -> it > 0); i++) {
            Thread.sleep(5);
        }
    }
}

package hymio.kiosk.bench;

import hymio.bench.BenchException;
import hymio.bench.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Presses on faces: from the X event to the first changed pixel of that face. */
final class PressTrial {
    private static final long SETTLE_MILLIS = 2_500;
    /** The first presses are slower everywhere; nobody stands before a terminal that was started a second ago. */
    private static final int WARM_UP = 4;

    private static final int STEP = 3;
    private static final double ROUND_ABOUT = 0.15;
    /** Between two looks at the pixels; the kernel adds some 50 µs. */
    private static final long LOOK_NANOS = 100_000;

    private static final long LONGEST_NANOS = 2_000_000_000L;
    /** Presses that follow faster are play to the terminal (MisuseRule). */
    private static final long BETWEEN_NANOS = 1_650_000_000L;
    /** A tap beside everything ends the thanks, though not the first 800 ms of them. */
    private static final long THANKS_MILLIS = 1_000;

    /** The question must stand a while before a press counts: nobody read it yet. */
    private static final long STOOD_MILLIS = 1_000;

    private static final long BACK_MILLIS = 15_000;
    private static final int STANDS_LOOKS = 8;

    private final Xvfb display;
    private final RandomGenerator random;

    PressTrial(Xvfb display, RandomGenerator random) {
        this.display = display;
        this.random = random;
    }

    /**
     * Presses one face after the other.
     *
     * @param presses how many count, after the first few
     * @return milliseconds of each press
     */
    Samples run(Contender contender, int presses) throws IOException, InterruptedException, BenchException {
        try (Stage stage = new Stage(contender, display);
                XPointer finger = new XPointer(display.display())) {
            Thread.sleep(SETTLE_MILLIS);
            List<Integer> idle = stage.faces();
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < WARM_UP + presses; i++) {
                long next = System.nanoTime() + BETWEEN_NANOS;
                int face = Stage.FACES.get(i % Stage.FACES.size());
                millis.add(press(stage.pixels(), finger, stage.pixels().around(face)));
                Thread.sleep(THANKS_MILLIS);
                tapBeside(finger);
                awaitIdle(contender, stage, idle);
                Thread.sleep(STOOD_MILLIS);
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
            return new Samples(millis.subList(WARM_UP, millis.size()));
        }
    }

    private static void tapBeside(XPointer finger) throws InterruptedException {
        finger.move(Xvfb.WIDTH / 2, 8);
        finger.press();
        Thread.sleep(40);
        finger.release();
    }

    private double press(FrameBuffer pixels, XPointer finger, FrameBuffer.Box face)
            throws InterruptedException, BenchException {
        FrameBuffer.Box watched = face.grown(ROUND_ABOUT);
        finger.move(face.centreX(), face.centreY());
        // So that presses fall anywhere between two pictures of a program.
        Thread.sleep(60, random.nextInt(1_000_000));
        Thread.sleep(random.nextInt(17));
        int[] before = pixels.copy(watched, STEP);
        long touched = System.nanoTime();
        finger.press();
        while (!pixels.changed(watched, STEP, before)) {
            if (System.nanoTime() - touched > LONGEST_NANOS) {
                throw new BenchException("A press was not seen within 2 s.");
            }
            // Not spinning: on two cores that would take one of them from the program that is measured.
            LockSupport.parkNanos(LOOK_NANOS);
        }
        double millis = (System.nanoTime() - touched) / 1e6;
        Thread.sleep(40);
        finger.release();
        return millis;
    }

    /** The picture is never quite the same: it wanders by a pixel or two from visit to visit, for the panel's sake. */
    private static void awaitIdle(Contender contender, Stage stage, List<Integer> idle)
            throws InterruptedException, BenchException {
        long end = System.nanoTime() + BACK_MILLIS * 1_000_000;
        List<Integer> last = List.of();
        int stood = 0;
        while (stood < STANDS_LOOKS) {
            List<Integer> seen = stage.faces();
            stood = seen.equals(last) && whole(seen, idle) ? stood + 1 : 0;
            last = seen;
            if (System.nanoTime() > end) {
                throw new BenchException(contender.name() + " did not go back to the question.");
            }
            Thread.sleep(10);
        }
    }

    /** A pressed face has sunk to 0.96 of its size, 0.92 of its pixels. */
    private static boolean whole(List<Integer> seen, List<Integer> idle) {
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i) < 0.97 * idle.get(i)) {
                return false;
            }
        }
        return true;
    }
}

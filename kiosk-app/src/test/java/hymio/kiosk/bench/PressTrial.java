package hymio.kiosk.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Presses on faces: from the X event to the first changed pixel of that face. */
final class PressTrial {
    private static final long SETTLE_MILLIS = 2_500;
    /** The first presses are slower everywhere; nobody stands before a terminal that was started a second ago. */
    private static final int WARM_UP = 4;

    private static final int STEP = 3;
    private static final double ROUND_ABOUT = 0.15;
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final long BACK_MILLIS = 15_000;

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
     * @param longestMillis presses no more after this time
     * @return milliseconds of each press
     */
    Samples run(Contender contender, int presses, long longestMillis)
            throws IOException, InterruptedException, BenchException {
        try (Stage stage = new Stage(contender, display);
                XPointer finger = new XPointer(display.display())) {
            Thread.sleep(SETTLE_MILLIS);
            List<Integer> idle = stage.faces();
            List<FrameBuffer.Box> faces =
                    Stage.FACES.stream().map(stage.pixels()::around).toList();
            List<Double> millis = new ArrayList<>();
            long end = System.nanoTime() + longestMillis * 1_000_000;
            for (int i = 0; i < WARM_UP + presses && (millis.size() < WARM_UP * 2 || System.nanoTime() < end); i++) {
                millis.add(press(stage.pixels(), finger, faces.get(i % faces.size())));
                awaitIdle(contender, stage, idle);
            }
            return new Samples(millis.subList(WARM_UP, millis.size()));
        }
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
            Thread.onSpinWait();
        }
        double millis = (System.nanoTime() - touched) / 1e6;
        Thread.sleep(40);
        finger.release();
        return millis;
    }

    private static void awaitIdle(Contender contender, Stage stage, List<Integer> idle)
            throws InterruptedException, BenchException {
        Thread.sleep(400);
        long end = System.nanoTime() + BACK_MILLIS * 1_000_000;
        int stood = 0;
        while (stood < 8) {
            stood = stage.faces().equals(idle) ? stood + 1 : 0;
            if (System.nanoTime() > end) {
                throw new BenchException(contender.name() + " did not go back to the question.");
            }
            Thread.sleep(10);
        }
    }
}

package hymio.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Many towns side by side, one to a core: each lives in a thread of its own from its beginning to its end, so that it
 * is the same run as when it lives alone.
 */
final class Towns {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /**
     * Runs a plan with as many seeds, the first its own.
     *
     * @param goesOn is told of each end, in the order of the seeds; false ends it
     */
    static void run(Plan first, int towns, boolean keepLines, Predicate<World.Outcome> goesOn) {
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(CORES, towns))) {
            Deque<Future<World.Outcome>> running = new ArrayDeque<>();
            int begun = 0;
            boolean on = true;
            while (on && (begun < towns || !running.isEmpty())) {
                while (begun < towns && running.size() < CORES) {
                    Plan plan = first.seed(first.seed() + begun++);
                    running.add(threads.submit(() -> named(plan, keepLines)));
                }
                on = goesOn.test(end(running.remove()));
            }
        }
    }

    /** A fault of the simulation itself must not hide where it happened. */
    private static World.Outcome named(Plan plan, boolean keepLines) {
        try {
            return World.run(plan, Places.fresh(), keepLines);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the simulation itself failed in the town of seed " + plan.seed() + "; --seed " + plan.seed()
                            + " repeats it",
                    e);
        }
    }

    private static World.Outcome end(Future<World.Outcome> town) {
        try {
            return town.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a simulation", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a town came to no end: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private Towns() {}
}

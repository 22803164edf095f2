package hymio.kiosk.press.gpio;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the programs that run in the test kernel share: they say how each step went, a line a step. */
public final class Trial {
    public static final String PASSED = "trial passed: ";
    public static final String FAILED = "trial FAILED: ";

    static final long PATIENCE_SECONDS = 20;
    private static final int POLL_MILLIS = 5;

    /** Puts things in order before each step, whatever became of the one before. */
    public interface Preparation {
        void make() throws Exception;
    }

    /** @param steps name → step, which returns what it has seen */
    public static void run(Preparation before, Map<String, Callable<String>> steps) {
        steps.forEach((name, step) -> attempt(before, name, step));
    }

    private static void attempt(Preparation before, String name, Callable<String> step) {
        try {
            before.make();
            System.out.println(PASSED + name + ": " + step.call());
        } catch (Throwable fault) {
            System.out.println(FAILED + name + ": " + fault);
            fault.printStackTrace(System.out);
        }
    }

    /** Waits as long as a slow machine may need. */
    public static void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.call()) {
            expect(System.nanoTime() < end, what + " within " + PATIENCE_SECONDS + " s");
            Thread.sleep(POLL_MILLIS);
        }
    }

    public static void expect(boolean holds, String wanted) {
        if (!holds) {
            throw new AssertionError("expected " + wanted);
        }
    }

    static void expectEqual(@Nullable Object wanted, @Nullable Object found) {
        expect(Objects.equals(wanted, found), wanted + ", not " + found);
    }

    private Trial() {}
}

package hymio.kiosk.press.gpio;

import hymio.kiosk.press.ButtonEvent;
import hymio.kiosk.press.ButtonLoop;
import hymio.kiosk.press.HoldSettings;
import hymio.kiosk.press.Press;
import hymio.kiosk.time.KernelClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Presses real lines of a real kernel and tells what arrived; runs inside the kernel of {@code provisioning/gpio-sim},
 * started by {@link GpioKernelTest}. Every press waits for its edge, so a slow machine makes it slow and not wrong.
 */
@SuppressWarnings("try") // buttons that only have to be open
final class KernelTrialMain {
    static final String PASSED = "trial passed: ";
    static final String FAILED = "trial FAILED: ";

    private static final String LABEL = "pinctrl-bcm2711";
    private static final List<Integer> LINES = List.of(17, 27, 22, 23, 24);
    private static final GpioSettings SETTINGS = new GpioSettings("auto", LINES, 8);
    private static final long PATIENCE_SECONDS = 20;
    private static final long QUIET_MILLIS = 300;

    private final SimChip sim = new SimChip(LABEL, 54, LINES);
    private final KernelClock clock = KernelClock.open();
    private final BlockingQueue<Press> presses = new LinkedBlockingQueue<>();
    private final BlockingQueue<Edge> edges = new LinkedBlockingQueue<>();

    private final ButtonLoop loop = new ButtonLoop(
            new HoldSettings(1_000, 0, 15, 30_000), () -> clock.now().uptimeMillis(), event -> {
                if (event instanceof ButtonEvent.Pressed pressed) {
                    presses.add(pressed.press());
                }
            });

    private KernelTrialMain() throws IOException {}

    public static void main(String[] args) throws Exception {
        KernelTrialMain trial = new KernelTrialMain();
        Map<String, Callable<String>> steps = new LinkedHashMap<>();
        steps.put("clean", trial::cleanPresses);
        steps.put("bounce", trial::bouncingPresses);
        steps.put("held", trial::heldAtStart);
        steps.put("busy", trial::busyThenFree);
        steps.put("line", trial::noSuchLine);
        steps.put("unplugged", trial::unpluggedThenBack);
        steps.forEach(KernelTrialMain::attempt);
        System.exit(0); // pressed or not, the machine goes off
    }

    private static void attempt(String name, Callable<String> step) {
        try {
            System.out.println(PASSED + name + ": " + step.call());
        } catch (Throwable fault) {
            System.out.println(FAILED + name + ": " + fault);
            fault.printStackTrace(System.out);
        }
    }

    private String cleanPresses() throws Exception {
        try (GpioButtons buttons = watched(true)) {
            expect(buttons.problem().isEmpty(), "no problem");
            for (int i = 0; i < 200; i++) {
                long before = clock.now().uptimeMillis();
                sim.press(LINES.get(i % 5));
                Press press = nextPress();
                sim.release(LINES.get(i % 5));
                expect(press.button() == i % 5 + 1, "button " + (i % 5 + 1) + ", not " + press);
                long uptime = press.time().uptimeMillis();
                expect(uptime >= before - 1 && uptime <= clock.now().uptimeMillis(), "its own time in " + press);
                awaitRelease();
            }
            expectQuiet();
            return "200 of 200 presses on 5 lines";
        }
    }

    private String bouncingPresses() throws Exception {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (GpioButtons unused = watched(true)) {
            for (int i = 0; i < 50; i++) {
                int line = LINES.get(i % 5);
                bounce(line, random);
                sim.press(line);
                expect(nextPress().button() == i % 5 + 1, "the button that bounced");
                bounce(line, random);
                sim.release(line);
                awaitRelease();
            }
            expectQuiet();
            return "50 of 50 presses, each once";
        }
    }

    /** Contacts that touch and part for less than the debounce. */
    private void bounce(int line, RandomGenerator random) throws IOException {
        for (int i = 0; i < 4; i++) {
            sim.press(line);
            LockSupport.parkNanos(random.nextLong(100_000, 900_000));
            sim.release(line);
            LockSupport.parkNanos(random.nextLong(100_000, 900_000));
        }
    }

    private String heldAtStart() throws Exception {
        sim.press(22);
        try (GpioButtons unused = watched(false)) { // the simulated pull is the button: a pull-up would lift it
            expectQuiet();
            sim.release(22);
            awaitRelease();
            expectQuiet();
            sim.press(22);
            expect(nextPress().button() == 3, "the button counts from its next press");
            return "no press until it was let go";
        } finally {
            sim.release(22);
        }
    }

    private String busyThenFree() throws Exception {
        GpioButtons holder = open(SETTINGS);
        try (holder;
                GpioButtons second = open(SETTINGS)) {
            expect(second.problem().equals(Optional.of("gpio-busy")), "gpio-busy, not " + second.problem());
            holder.close();
            await("the lines that became free", () -> second.problem().isEmpty());
            sim.press(17);
            expect(nextPress().button() == 1, "a press on the lines that became free");
            sim.release(17);
            return "gpio-busy, then free";
        }
    }

    private String noSuchLine() {
        try (GpioButtons buttons = open(new GpioSettings(LABEL, List.of(17, 60), 8))) {
            expect(buttons.problem().equals(Optional.of("gpio-line")), "gpio-line, not " + buttons.problem());
            return "gpio-line";
        }
    }

    private String unpluggedThenBack() throws Exception {
        try (GpioButtons buttons = open(SETTINGS)) {
            for (int i = 0; i < 3; i++) {
                sim.unplug();
                await("gpio-absent", () -> buttons.problem().equals(Optional.of("gpio-absent")));
                sim.plug();
                await("the chip that came back", () -> buttons.problem().isEmpty());
                sim.press(27);
                expect(nextPress().button() == 2, "a press on the chip that came back");
                sim.release(27);
            }
            expectQuiet();
            return "3 times gone and back";
        }
    }

    /** The way of the app. */
    private GpioButtons open(GpioSettings settings) {
        return GpioButtons.open(settings, InputStream.nullInputStream(), clock, loop);
    }

    /** The same with an eye on the edges, so that the trial can wait for a button that comes up. */
    private GpioButtons watched(boolean pullUp) throws IOException {
        presses.clear();
        edges.clear();
        LineRequest wanted = new LineRequest(LINES, SETTINGS.debounceMillis(), pullUp);
        KernelChip chip = new KernelChip(new ChipSearch(Path.of("/dev"), SETTINGS.labels()), wanted);
        return GpioButtons.open(new Watched(chip, edges), SETTINGS, clock, loop);
    }

    private Press nextPress() throws InterruptedException {
        Press press = presses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        expect(press != null, "a press within " + PATIENCE_SECONDS + " s");
        return press;
    }

    private void awaitRelease() throws InterruptedException {
        Edge edge = edges.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (edge != null && !edge.high()) {
            edge = edges.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        expect(edge != null, "a release within " + PATIENCE_SECONDS + " s");
    }

    private void expectQuiet() throws InterruptedException {
        Press press = presses.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        expect(press == null, "no further press, not " + press);
    }

    private static void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.call()) {
            expect(System.nanoTime() < end, what + " within " + PATIENCE_SECONDS + " s");
            Thread.sleep(20);
        }
    }

    private static void expect(boolean holds, String wanted) {
        if (!holds) {
            throw new AssertionError("expected " + wanted);
        }
    }

    /** A chip whose edges are also kept. */
    private record Watched(LineChip chip, BlockingQueue<Edge> edges) implements LineChip {
        @Override
        public void start(Listener listener) {
            chip.start(new Listener() {
                @Override
                public void opened(Map<Integer, Boolean> highByLine) {
                    listener.opened(highByLine);
                }

                @Override
                public void changed(Edge edge) {
                    listener.changed(edge);
                    edges.add(edge);
                }

                @Override
                public void lost() {
                    listener.lost();
                }
            });
        }

        @Override
        public Optional<GpioProblem> problem() {
            return chip.problem();
        }

        @Override
        public void close() {
            chip.close();
        }
    }
}

package hymio.kiosk.press.gpio;

import static hymio.kiosk.press.gpio.Trial.PATIENCE_SECONDS;
import static hymio.kiosk.press.gpio.Trial.await;
import static hymio.kiosk.press.gpio.Trial.expect;
import static hymio.kiosk.press.gpio.Trial.expectEqual;

import hymio.kiosk.press.ButtonCheck;
import hymio.kiosk.press.ButtonEvent;
import hymio.kiosk.press.ButtonLoop;
import hymio.kiosk.press.HoldSettings;
import hymio.kiosk.press.Press;
import hymio.kiosk.time.KernelClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final String LABEL = "pinctrl-bcm2711";
    private static final List<Integer> LINES = List.of(17, 27, 22, 23, 24);
    private static final GpioSettings SETTINGS = new GpioSettings("auto", LINES, 8);
    private static final SignalSettings LIGHT = new SignalSettings("auto", List.of(5), OptionalInt.empty(), false);
    private static final long LONG_MILLIS = 2_000;
    private static final long QUIET_MILLIS = 300;

    private final SimChip sim = new SimChip(LABEL, 54, LINES);
    private final KernelClock clock = KernelClock.open();
    private final BlockingQueue<ButtonEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Edge> edges = new LinkedBlockingQueue<>();
    private final ButtonLoop loop = loop(60_000, 0, 120_000); // however slow the machine, a press is no hold

    private KernelTrialMain() throws IOException {}

    public static void main(String[] args) throws Exception {
        KernelTrialMain trial = new KernelTrialMain();
        Map<String, Callable<String>> steps = new LinkedHashMap<>();
        steps.put("clean", trial::cleanPresses);
        steps.put("bounce", trial::bouncingPresses);
        steps.put("held", trial::heldAtStart);
        steps.put("busy", trial::busyThenFree);
        steps.put("line", trial::noSuchLine);
        steps.put("denied", trial::deniedThenAllowed);
        steps.put("unplugged", trial::unpluggedThenBack);
        steps.put("unplugged-held", trial::unpluggedWhileHeld);
        steps.put("long", trial::longPressThenPress);
        steps.put("ghost", trial::ghostPulses);
        steps.put("stuck", trial::stuckButton);
        new SignalTrial(trial.sim, trial.clock).addTo(steps);
        Trial.run(trial::prepare, steps);
        trial.sim.close();
        System.exit(0); // passed or not, the machine goes off
    }

    private void prepare() throws IOException {
        sim.restore();
        loop.lost();
        events.clear();
    }

    private String cleanPresses() throws Exception {
        try (GpioButtons buttons = watched(loop, true)) {
            expect(buttons.problem().isEmpty(), "no problem");
            for (int i = 0; i < 200; i++) {
                long before = clock.now().uptimeMillis();
                Press press = push(LINES.get(i % 5));
                expect(press.button() == i % 5 + 1, "button " + (i % 5 + 1) + ", not " + press);
                long uptime = press.time().uptimeMillis();
                expect(uptime >= before - 1 && uptime <= clock.now().uptimeMillis(), "its own time in " + press);
            }
            expectQuiet();
            return "200 of 200 presses on 5 lines";
        }
    }

    private String bouncingPresses() throws Exception {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (GpioButtons unused = watched(loop, true)) {
            for (int i = 0; i < 50; i++) {
                int line = LINES.get(i % 5);
                bounce(line, random);
                sim.press(line);
                expect(next(ButtonEvent.Down.class).button() == i % 5 + 1, "the button that bounced");
                bounce(line, random);
                sim.release(line);
                next(ButtonEvent.Pressed.class);
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
        try (GpioButtons unused = watched(loop, false)) { // the simulated pull is the button: a pull-up would lift it
            expectQuiet();
            expect(loop.check().get(2).down(), "button 3 down in the button test");
            sim.release(22);
            awaitEdge(true);
            expectQuiet();
            expect(push(22).button() == 3, "the button counts from its next press");
            return "no press until it was let go";
        }
    }

    private String busyThenFree() throws Exception {
        GpioButtons holder = open(SETTINGS);
        try (holder;
                GpioButtons second = open(SETTINGS)) {
            expect(second.problem().equals(Optional.of("gpio-busy")), "gpio-busy, not " + second.problem());
            holder.close();
            await("the lines that became free", () -> second.problem().isEmpty());
            expect(push(17).button() == 1, "a press on the lines that became free");
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
                expect(push(27).button() == 2, "a press on the chip that came back");
            }
            expectQuiet();
            return "3 times gone and back";
        }
    }

    private String deniedThenAllowed() throws Exception {
        Path device = Path.of(new ChipSearch(Path.of("/dev"), SETTINGS.labels()).find());
        Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("rw-------"));
        try (Nobody unused = new Nobody();
                GpioButtons buttons = open(SETTINGS);
                Signals lights = GpioSignals.open(LIGHT)) {
            expectEqual(Optional.of("gpio-denied"), buttons.problem());
            expectEqual(Optional.of("led-denied"), lights.problem());
        }
        Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (Nobody nobody = new Nobody();
                GpioButtons buttons = open(SETTINGS);
                Signals lights = GpioSignals.open(LIGHT)) {
            expectEqual(Optional.empty(), buttons.problem());
            expectEqual(Optional.empty(), lights.problem());
            nobody.close(); // the hand on the button is root's
            expect(push(17).button() == 1, "a press without being root");
            return "gpio-denied and led-denied; with rights, no need to be root";
        }
    }

    private String unpluggedWhileHeld() throws Exception {
        try (GpioButtons buttons = open(SETTINGS)) {
            sim.press(27);
            next(ButtonEvent.Down.class);
            sim.unplug();
            expectEqual(2, next(ButtonEvent.Cancelled.class).button());
            expect(!loop.check().get(1).down(), "nothing down on a chip that is gone");
            sim.plug();
            await("the chip that came back", () -> buttons.problem().isEmpty());
            expectQuiet();
            expectEqual(2, push(27).button());
            return "cancelled, no vote; counts again";
        }
    }

    private String longPressThenPress() throws Exception {
        try (ButtonLoop patient = loop(LONG_MILLIS, 0, 120_000);
                GpioButtons unused = watched(patient, true)) {
            sim.press(23);
            long down = next(ButtonEvent.Down.class).time().uptimeMillis();
            Press held = next(ButtonEvent.Held.class).press();
            expectEqual(4, held.button());
            expectEqual(down, held.time().uptimeMillis());
            sim.release(23);
            awaitEdge(true);
            expectQuiet();
            expectEqual(4, push(23).button());
            return "held, then a press";
        }
    }

    /**
     * Pulses of the time a closed loop takes, under a limit that is far above it: the limit itself is tested without
     * kernel.
     */
    private String ghostPulses() throws Exception {
        try (ButtonLoop strict = loop(60_000, LONG_MILLIS, 120_000);
                GpioButtons unused = watched(strict, true)) {
            for (int i = 0; i < 5; i++) {
                sim.press(24);
                next(ButtonEvent.Down.class);
                sim.release(24);
                expectEqual(5, next(ButtonEvent.Cancelled.class).button());
            }
            expectEqual(List.of("button-ghost"), strict.problems());
            sim.press(24);
            next(ButtonEvent.Down.class);
            Thread.sleep(LONG_MILLIS + 100);
            sim.release(24);
            expectEqual(5, next(ButtonEvent.Pressed.class).press().button());
            expectEqual(new ButtonCheck(5, false, 1, 5, false), strict.check().getLast());
            return "5 pulses and no vote, then a hand";
        }
    }

    private String stuckButton() throws Exception {
        try (ButtonLoop patient = loop(LONG_MILLIS, 0, LONG_MILLIS + 500);
                GpioButtons unused = watched(patient, true)) {
            sim.press(22);
            next(ButtonEvent.Down.class);
            next(ButtonEvent.Held.class);
            await("button-stuck", () -> patient.problems().equals(List.of("button-stuck")));
            expectEqual(1, push(17).button());
            sim.release(22);
            await("the button that came up", () -> patient.problems().isEmpty());
            expectQuiet();
            return "reported until it came up; another voted meanwhile";
        }
    }

    /** A finger that stays until it was noticed, and is gone when the press has counted. */
    private Press push(int line) throws IOException, InterruptedException {
        sim.press(line);
        next(ButtonEvent.Down.class);
        sim.release(line);
        return next(ButtonEvent.Pressed.class).press();
    }

    private ButtonLoop loop(long longPressMillis, long ghostMillis, long stuckMillis) {
        HoldSettings settings = new HoldSettings(longPressMillis, 0, ghostMillis, stuckMillis);
        return new ButtonLoop(settings, () -> clock.now().uptimeMillis(), events::add);
    }

    /** The way of the app. */
    private GpioButtons open(GpioSettings settings) {
        return GpioButtons.open(settings, InputStream.nullInputStream(), clock, loop);
    }

    /** The same with an eye on the edges. */
    private GpioButtons watched(ButtonLoop heard, boolean pullUp) throws IOException {
        events.clear();
        edges.clear();
        LineRequest wanted = new LineRequest(LINES, SETTINGS.debounceMillis(), pullUp);
        KernelChip chip = new KernelChip(new ChipSearch(Path.of("/dev"), SETTINGS.labels()), wanted);
        return GpioButtons.open(new Watched(chip, edges), SETTINGS, clock, heard);
    }

    private <E extends ButtonEvent> E next(Class<E> wanted) throws InterruptedException {
        ButtonEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        expect(wanted.isInstance(event), wanted.getSimpleName() + " within " + PATIENCE_SECONDS + " s, not " + event);
        return wanted.cast(event);
    }

    private void awaitEdge(boolean high) throws InterruptedException {
        Edge edge = edges.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (edge != null && edge.high() != high) {
            edge = edges.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        expect(edge != null, "an edge within " + PATIENCE_SECONDS + " s");
    }

    private void expectQuiet() throws InterruptedException {
        ButtonEvent event = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        expect(event == null, "nothing further, not " + event);
    }

    /** The process has no rights until this is closed. */
    private static final class Nobody implements AutoCloseable {
        Nobody() {
            User.becomeNobody();
        }

        @Override
        public void close() {
            User.becomeRoot();
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

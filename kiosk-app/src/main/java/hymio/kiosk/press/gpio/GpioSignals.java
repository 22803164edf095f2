package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lights and buzzer on GPIO lines. A thread of its own switches them, so that an output that fails or hangs never harms
 * a press. It sleeps until there is something to show, or a chip to be found again. Thread-safe.
 */
public final class GpioSignals implements Signals {
    static final long LIGHT_MILLIS = 600;
    static final long SOUND_MILLIS = 60;
    static final long BLINK_MILLIS = 150;

    private static final Logger log = LoggerFactory.getLogger(GpioSignals.class);
    private static final Path DEVICES = Path.of("/dev");
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long JOIN_MILLIS = 5_000;

    private interface Switching {
        void make() throws ErrnoException;
    }

    /** Lines that are on for a while. */
    private record Step(Set<Integer> on, long millis) {}

    private final SignalSettings settings;
    private final Pi4jOutputs outputs;
    /** Holds the newest answer that has not begun. */
    private final BlockingQueue<List<Step>> waiting = new ArrayBlockingQueue<>(1);

    private final Thread thread;
    private volatile @Nullable GpioProblem problem;
    private boolean open;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    /** Takes the lines and switches them off; without lines the answer does nothing. */
    public static Signals open(SignalSettings settings) {
        if (settings.none()) {
            return new NoSignals(Optional.empty());
        }
        ChipSearch search = new ChipSearch(DEVICES, GpioSettings.labels(settings.chip()));
        try {
            return new GpioSignals(new KernelBank(search, settings.lines(), settings.activeLow()), settings);
        } catch (RuntimeException fault) {
            log.error("No lights and no buzzer: Pi4J did not start. Presses count as ever; please report this", fault);
            return new NoSignals(Optional.of(GpioProblem.FAULT.signalWord()));
        }
    }

    /** Lights and buzzer on a bank of the caller's. */
    GpioSignals(OutputBank bank, SignalSettings settings) {
        this.settings = settings;
        outputs = new Pi4jOutputs(bank, settings.lines());
        reopen();
        thread = Thread.ofPlatform().name("signals").daemon().start(this::run);
    }

    @Override
    public void acknowledge(int button, boolean discreet) {
        Set<Integer> lights = discreet ? allLights() : light(button);
        play(List.of(new Step(withSound(lights), SOUND_MILLIS), new Step(lights, LIGHT_MILLIS - SOUND_MILLIS)));
    }

    @Override
    public void refuse() {
        Step on = new Step(withSound(allLights()), BLINK_MILLIS);
        play(List.of(on, new Step(Set.of(), BLINK_MILLIS), on));
    }

    @Override
    public Optional<String> problem() {
        return Optional.ofNullable(problem).map(GpioProblem::signalWord);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<Integer> allLights() {
        return Set.copyOf(settings.ledLines());
    }

    private Set<Integer> light(int button) {
        List<Integer> leds = settings.ledLines();
        return button >= 1 && button <= leds.size() ? Set.of(leds.get(button - 1)) : Set.of();
    }

    private Set<Integer> withSound(Set<Integer> lights) {
        Set<Integer> all = new HashSet<>(lights);
        settings.buzzerLine().ifPresent(all::add);
        return Set.copyOf(all);
    }

    private void play(List<Step> steps) {
        while (!waiting.offer(steps)) {
            waiting.poll(); // the newest wins
        }
    }

    private void run() {
        try {
            while (true) {
                List<Step> steps = open ? waiting.take() : waiting.poll(pauseMillis, TimeUnit.MILLISECONDS);
                if (!open) {
                    reopen();
                }
                while (steps != null) {
                    steps = shown(steps);
                }
            }
        } catch (InterruptedException closed) {
            show(Set.of());
        } finally {
            outputs.close();
        }
    }

    /** @return an answer that came before this one had ended, or null */
    private @Nullable List<Step> shown(List<Step> steps) throws InterruptedException {
        for (Step step : steps) {
            show(step.on());
            List<Step> newer = waiting.poll(step.millis(), TimeUnit.MILLISECONDS);
            if (newer != null) {
                return newer;
            }
        }
        show(Set.of());
        return null;
    }

    /** A chip that went unnoticed and is back is found again at once. */
    private void show(Set<Integer> on) {
        if (open && !switched(on)) {
            reopen();
            if (open) {
                switched(on);
            }
        }
    }

    private boolean switched(Set<Integer> on) {
        return succeeds(() -> outputs.show(on));
    }

    private void reopen() {
        open = succeeds(outputs::open);
        if (open) {
            problem = null;
            pauseMillis = FIRST_PAUSE_MILLIS;
        } else {
            pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean succeeds(Switching work) {
        try {
            work.make();
            return true;
        } catch (ErrnoException refusal) {
            failed(GpioProblem.of(refusal), refusal);
        } catch (RuntimeException fault) {
            failed(GpioProblem.FAULT, fault);
        }
        return false;
    }

    /** Logged once for each change: a chip that stays away for weeks must not fill the log. */
    private void failed(GpioProblem now, Exception reason) {
        if (now != problem) {
            log.warn("No lights and no buzzer ({}): {}. {}", now.signalWord(), reason.getMessage(), now.signalAdvice());
        }
        problem = now;
    }

    /** A terminal without lights and buzzer. */
    private record NoSignals(Optional<String> problem) implements Signals {
        @Override
        public void acknowledge(int button, boolean discreet) {}

        @Override
        public void refuse() {}

        @Override
        public void close() {}
    }
}

package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;
import hymio.kiosk.press.ButtonEdge;
import hymio.kiosk.press.EdgeListener;
import hymio.kiosk.press.Press.Source;
import hymio.kiosk.time.TerminalClock;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal's physical buttons. A machine without GPIO says so once in the log and in {@link #problem}, and goes on
 * without them. Thread-safe.
 */
public final class GpioButtons implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GpioButtons.class);
    private static final Path DEVICES = Path.of("/dev");

    private final @Nullable Pi4jInputs inputs;
    private final @Nullable GpioProblem failed;

    /**
     * Begins to listen.
     *
     * @param stdin where edges come from when the settings say {@code stdin}; else not read
     * @param listener is given each edge on the chip's own thread; it sees repeats and pulses too
     */
    public static GpioButtons open(
            GpioSettings settings, InputStream stdin, TerminalClock clock, EdgeListener listener) {
        if (settings.none()) {
            return new GpioButtons(null, null);
        }
        try {
            return open(chip(settings, stdin), settings, clock, listener);
        } catch (ErrnoException | RuntimeException fault) {
            log.error("No GPIO buttons: Pi4J did not start. Touch and keys still work; please report this", fault);
            return new GpioButtons(null, GpioProblem.FAULT);
        }
    }

    /** Buttons on a chip of the caller's. */
    static GpioButtons open(LineChip chip, GpioSettings settings, TerminalClock clock, EdgeListener listener) {
        Pi4jInputs inputs = new Pi4jInputs(chip, listener::lost);
        addButtons(inputs, settings, clock, listener);
        inputs.start();
        return new GpioButtons(inputs, null);
    }

    private GpioButtons(@Nullable Pi4jInputs inputs, @Nullable GpioProblem failed) {
        this.inputs = inputs;
        this.failed = failed;
    }

    /**
     * A word for the heartbeat when the buttons cannot be heard now: {@code gpio-absent}, {@code gpio-denied},
     * {@code gpio-busy}, {@code gpio-line} or {@code gpio-fault}.
     */
    public Optional<String> problem() {
        Optional<GpioProblem> problem = inputs == null ? Optional.ofNullable(failed) : inputs.problem();
        return problem.map(GpioProblem::word);
    }

    @Override
    public void close() {
        if (inputs != null) {
            inputs.close();
        }
    }

    private static LineChip chip(GpioSettings settings, InputStream stdin) throws ErrnoException {
        return settings.stdin()
                ? new StreamChip(stdin)
                : new KernelChip(
                        new ChipSearch(DEVICES, settings.labels()),
                        new LineRequest(settings.lines(), settings.debounceMillis(), true));
    }

    private static void addButtons(
            Pi4jInputs inputs, GpioSettings settings, TerminalClock clock, EdgeListener listener) {
        List<Integer> lines = settings.lines();
        for (int i = 0; i < lines.size(); i++) {
            inputs.add(lines.get(i), settings.debounceMillis(), new Button(i + 1, clock, listener));
        }
    }

    /** A line as a button. */
    private record Button(int number, TerminalClock clock, EdgeListener listener) implements Pi4jInputs.Contact {
        @Override
        public void changed(boolean on, long monotonicNanos) {
            listener.edge(new ButtonEdge(number, on, clock.at(monotonicNanos), Source.GPIO));
        }

        @Override
        public void foundOn() {
            listener.alreadyDown(number, clock.now());
        }
    }
}

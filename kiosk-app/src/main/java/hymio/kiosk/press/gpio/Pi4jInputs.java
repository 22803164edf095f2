package hymio.kiosk.press.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pi4J's digital inputs on a {@link LineChip}: our own provider, because those that come with Pi4J lose the kernel's
 * timestamps and debounce (docs/decisions/2026-11-22-gpio-provider.md). An input that is on is a pressed button.
 */
final class Pi4jInputs implements LineChip.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Pi4jInputs.class);

    /** Hears of one input, on the chip's thread. */
    interface Contact {
        /** @param monotonicNanos when, CLOCK_MONOTONIC */
        void changed(boolean on, long monotonicNanos);

        /** It was on already when the chip was opened. */
        void foundOn();
    }

    private final LineChip chip;
    private final Runnable lost;
    private final Context context;
    private final Map<Integer, Input> inputs = new HashMap<>();
    private final Map<Integer, Contact> contacts = new HashMap<>();

    /** @param lost runs on the chip's thread when the chip is gone */
    Pi4jInputs(LineChip chip, Runnable lost) {
        this.chip = chip;
        this.lost = lost;
        context = Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(new Provider())
                .build();
    }

    /** A button on a line with pull-up. All buttons are added before {@link #start}. */
    void add(int line, int debounceMillis, Contact contact) {
        DigitalInput input = context.create(DigitalInput.newConfigBuilder(context)
                .id("line" + line)
                .bcm(line)
                .pull(PullResistance.PULL_UP)
                .debounce((long) debounceMillis, TimeUnit.MILLISECONDS)
                .onState(DigitalState.LOW)
                .build());
        contacts.put(line, contact);
        input.addListener(event -> {
            if (event instanceof Change change) {
                boolean on = event.state() == DigitalState.LOW;
                guarded("GPIO line " + line, () -> contact.changed(on, change.monotonicNanos));
            }
        });
    }

    /** Whatever goes wrong with one edge, the next one must still be heard. Pi4J would let an Error through. */
    private static void guarded(String where, Runnable work) {
        try {
            work.run();
        } catch (Throwable fault) {
            log.error("An edge on {} was lost to a fault of the app; please report it", where, fault);
        }
    }

    void start() {
        chip.start(this);
    }

    Optional<GpioProblem> problem() {
        return chip.problem();
    }

    @Override
    public void opened(Map<Integer, Boolean> highByLine) {
        highByLine.forEach((line, high) -> {
            Input input = inputs.get(line);
            Contact contact = contacts.get(line);
            if (input != null && contact != null) {
                input.state = DigitalState.getState(high);
                if (!high) {
                    foundOn(line, contact);
                }
            }
        });
    }

    private static void foundOn(int line, Contact contact) {
        log.warn("The button on GPIO line {} is held down or its wires touch; it counts from its next press", line);
        guarded("GPIO line " + line, contact::foundOn);
    }

    @Override
    public void lost() {
        inputs.values().forEach(input -> input.state = DigitalState.UNKNOWN);
        guarded("the GPIO chip", lost);
    }

    @Override
    public void changed(Edge edge) {
        Input input = inputs.get(edge.line());
        if (input == null) {
            log.warn("GPIO line {} has no button", edge.line());
        } else {
            input.change(edge);
        }
    }

    @Override
    public void close() {
        chip.close();
        if (!context.isShutdown()) {
            context.shutdown();
        }
    }

    private final class Provider extends DigitalInputProviderBase {
        Provider() {
            super("hymio-gpiochip", "Hymiö: the kernel's gpiochip device");
        }

        @Override
        public DigitalInput create(DigitalInputConfig config) {
            Input input = new Input(this, config);
            inputs.put(config.bcm(), input);
            context.registry().add(input);
            return input;
        }
    }

    private static final class Input extends DigitalInputBase {
        private volatile DigitalState state = DigitalState.UNKNOWN;

        Input(DigitalInputProvider provider, DigitalInputConfig config) {
            super(provider, config);
        }

        @Override
        public DigitalState state() {
            return state;
        }

        void change(Edge edge) {
            state = DigitalState.getState(edge.high());
            dispatch(new Change(this, state, edge.monotonicNanos()));
        }
    }

    /** Pi4J's event with the kernel's time, which Pi4J has no place for. */
    private static final class Change extends DigitalStateChangeEvent<DigitalInput> {
        private final long monotonicNanos;

        Change(DigitalInput source, DigitalState state, long monotonicNanos) {
            super(source, state);
            this.monotonicNanos = monotonicNanos;
        }
    }
}

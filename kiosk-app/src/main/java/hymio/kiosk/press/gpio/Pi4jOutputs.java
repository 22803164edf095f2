package hymio.kiosk.press.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import hymio.kiosk.kernel.ErrnoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Pi4J's digital outputs on an {@link OutputBank}: our own provider, as for {@link Pi4jInputs}. High is on; the bank
 * knows which level that is. Used by one thread at a time.
 */
final class Pi4jOutputs implements AutoCloseable {
    private final OutputBank bank;
    private final Context context;
    private final List<DigitalOutput> outputs = new ArrayList<>();

    Pi4jOutputs(OutputBank bank, List<Integer> lines) {
        this.bank = bank;
        context = Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(new Provider())
                .build();
        for (int line : lines) {
            outputs.add(context.create(DigitalOutput.newConfigBuilder(context)
                    .id("line" + line)
                    .bcm(line)
                    .onState(DigitalState.HIGH)
                    .build()));
        }
    }

    /** Takes the lines, again if need be. All are off then. */
    void open() throws ErrnoException {
        bank.open();
    }

    /** Switches these lines on and all others off. */
    void show(Set<Integer> on) throws ErrnoException {
        try {
            for (DigitalOutput output : outputs) {
                output.state(DigitalState.getState(on.contains(output.bcm())));
            }
        } catch (IOException refused) {
            if (refused.getCause() instanceof ErrnoException reason) {
                throw reason;
            }
            throw refused;
        }
    }

    @Override
    public void close() {
        bank.close();
        if (!context.isShutdown()) {
            context.shutdown();
        }
    }

    private final class Provider extends DigitalOutputProviderBase {
        Provider() {
            super("hymio-gpiochip-out", "Hymiö: outputs of the kernel's gpiochip device");
        }

        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            Output output = new Output(this, config);
            context.registry().add(output);
            return output;
        }
    }

    private final class Output extends DigitalOutputBase {
        Output(DigitalOutputProvider provider, DigitalOutputConfig config) {
            super(provider, config);
        }

        @Override
        public DigitalOutput state(DigitalState state) throws IOException {
            try {
                bank.set(bcm(), state.isHigh());
            } catch (ErrnoException refused) {
                throw new IOException(refused);
            }
            return super.state(state);
        }
    }
}

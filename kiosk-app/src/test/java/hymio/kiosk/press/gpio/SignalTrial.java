package hymio.kiosk.press.gpio;

import static hymio.kiosk.press.gpio.Trial.await;
import static hymio.kiosk.press.gpio.Trial.expectEqual;

import hymio.kiosk.time.TerminalClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;

/** Switches real output lines and looks at their level from outside. */
@SuppressWarnings("try") // buttons that only have to be open
final class SignalTrial {
    private static final List<Integer> LEDS = List.of(5, 6, 13);
    private static final int BUZZER = 12;
    private static final SignalSettings SETTINGS = new SignalSettings("auto", LEDS, OptionalInt.of(BUZZER), false);

    private final SimChip sim;
    private final TerminalClock clock;

    SignalTrial(SimChip sim, TerminalClock clock) {
        this.sim = sim;
        this.clock = clock;
    }

    void addTo(Map<String, Callable<String>> steps) {
        steps.put("lights", this::lights);
        steps.put("active-low", this::activeLow);
        steps.put("lines", this::everyLine);
        steps.put("led-refused", this::refused);
        steps.put("led-unplugged", this::unplugged);
    }

    private String lights() throws Exception {
        try (Signals signals = GpioSignals.open(SETTINGS)) {
            expectEqual(Optional.empty(), signals.problem());
            expectEqual(List.of(0, 0, 0), levels());
            signals.acknowledge(2, false);
            await("light 2 alone", () -> levels().equals(List.of(0, 1, 0)));
            await("light 2 off by itself", () -> levels().equals(List.of(0, 0, 0)));
            signals.acknowledge(1, true);
            await("all lights", () -> levels().equals(List.of(1, 1, 1)));
            await("all lights off", () -> levels().equals(List.of(0, 0, 0)));
            return "one alone, all together";
        }
    }

    private String activeLow() throws Exception {
        try (Signals signals = GpioSignals.open(new SignalSettings("auto", LEDS, OptionalInt.of(BUZZER), true))) {
            expectEqual(List.of(1, 1, 1), levels());
            signals.acknowledge(3, false);
            await("light 3 pulled low", () -> levels().equals(List.of(1, 1, 0)));
            await("light 3 off", () -> levels().equals(List.of(1, 1, 1)));
            return "off is high";
        }
    }

    /** Each line by itself, through Pi4J, with no time running. */
    private String everyLine() throws Exception {
        ChipSearch search = new ChipSearch(Path.of("/dev"), GpioSettings.RASPBERRY_LABELS);
        try (Pi4jOutputs outputs = new Pi4jOutputs(new KernelBank(search, SETTINGS.lines(), false), SETTINGS.lines())) {
            outputs.open();
            for (int on : SETTINGS.lines()) {
                outputs.show(Set.of(on));
                for (int line : SETTINGS.lines()) {
                    expectEqual(line == on ? 1 : 0, sim.level(line));
                }
            }
            return "lights and buzzer, one by one";
        }
    }

    private String refused() throws IOException {
        GpioSettings buttons = new GpioSettings("auto", List.of(17, BUZZER), 8);
        try (GpioButtons holder = GpioButtons.open(buttons, InputStream.nullInputStream(), clock, new SeenEdges());
                Signals taken = GpioSignals.open(SETTINGS);
                Signals beyond =
                        GpioSignals.open(new SignalSettings("auto", List.of(60), OptionalInt.empty(), false))) {
            expectEqual(Optional.empty(), holder.problem());
            expectEqual(Optional.of("led-busy"), taken.problem());
            expectEqual(Optional.of("led-line"), beyond.problem());
            return "led-busy, led-line";
        }
    }

    private String unplugged() throws Exception {
        try (Signals signals = GpioSignals.open(SETTINGS)) {
            sim.unplug();
            signals.acknowledge(1, false);
            await("led-absent", () -> signals.problem().equals(Optional.of("led-absent")));
            sim.plug();
            await("the chip that came back", () -> signals.problem().isEmpty());
            signals.acknowledge(1, false);
            await("light 1", () -> levels().equals(List.of(1, 0, 0)));
            sim.unplug(); // and back before anybody notices
            sim.plug();
            signals.acknowledge(2, false);
            await("light 2", () -> levels().equals(List.of(0, 1, 0)));
            return "gone and back, noticed and unnoticed";
        }
    }

    private List<Integer> levels() throws IOException {
        List<Integer> levels = new ArrayList<>();
        for (int line : LEDS) {
            levels.add(sim.level(line));
        }
        return levels;
    }
}

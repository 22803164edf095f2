package hymio.kiosk.press.gpio;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where lights and buzzer are.
 *
 * @param chip as in {@link GpioSettings}; {@code stdin} has no outputs
 * @param ledLines GPIO lines of the lights of buttons 1, 2, 3 …; may be fewer than the buttons
 * @param buzzerLine GPIO line of a buzzer that sounds by itself when it is on
 * @param activeLow whether a low level switches them on
 */
public record SignalSettings(String chip, List<Integer> ledLines, OptionalInt buzzerLine, boolean activeLow) {
    /** A terminal without lights and buzzer. */
    public static final SignalSettings NONE = new SignalSettings("none", List.of(), OptionalInt.empty(), false);

    public SignalSettings {
        ledLines = List.copyOf(ledLines);
        List<Integer> all = lines(ledLines, buzzerLine);
        check(all.size() <= GpioUapi.MOST_LINES, "at most " + GpioUapi.MOST_LINES + " lines");
        check(all.stream().allMatch(line -> line >= 0), "a line is 0 or more");
        check(new HashSet<>(all).size() == all.size(), "each line once");
    }

    boolean none() {
        return chip.equals("none") || chip.equals("stdin") || lines().isEmpty();
    }

    /** Every line to be switched. */
    List<Integer> lines() {
        return lines(ledLines, buzzerLine);
    }

    private static List<Integer> lines(List<Integer> leds, OptionalInt buzzer) {
        return IntStream.concat(leds.stream().mapToInt(Integer::intValue), buzzer.stream())
                .boxed()
                .toList();
    }

    private static void check(boolean holds, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("Light and buzzer settings need " + wanted);
        }
    }
}

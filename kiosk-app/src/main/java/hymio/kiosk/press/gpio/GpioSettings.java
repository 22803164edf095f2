package hymio.kiosk.press.gpio;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the buttons are.
 *
 * @param chip the label of the chip (or several, with commas between), {@code auto} for the header of any Raspberry Pi,
 *     {@code stdin} for edges as text lines, {@code none} for no buttons
 * @param lines GPIO lines of buttons 1, 2, 3 …; each button pulls its line to ground
 * @param debounceMillis the kernel's debounce, 0 to 1000; 5 to 10 suits push buttons
 */
public record GpioSettings(String chip, List<Integer> lines, int debounceMillis) {
    /** Header chips of Raspberry Pi 3 and Zero 2 W, 4, 5. By label: their numbers change with the kernel. */
    static final List<String> RASPBERRY_LABELS = List.of("pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1");

    private static final int MOST_DEBOUNCE_MILLIS = 1_000;

    public GpioSettings {
        lines = List.copyOf(lines);
        check(lines.size() <= GpioUapi.MOST_LINES, "at most " + GpioUapi.MOST_LINES + " lines");
        check(lines.stream().allMatch(line -> line >= 0), "a line is 0 or more");
        check(new HashSet<>(lines).size() == lines.size(), "each line once");
        check(debounceMillis >= 0 && debounceMillis <= MOST_DEBOUNCE_MILLIS, "a debounce of 0 to 1000 ms");
    }

    boolean none() {
        return chip.equals("none") || lines.isEmpty();
    }

    boolean stdin() {
        return chip.equals("stdin");
    }

    /** Labels of the chips that may carry the buttons. */
    List<String> labels() {
        return labels(chip);
    }

    /** What a chip's setting means, when it is a chip. */
    static List<String> labels(String chip) {
        if (chip.equals("auto")) {
            return RASPBERRY_LABELS;
        }
        return Pattern.compile(",")
                .splitAsStream(chip)
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static void check(boolean holds, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("GPIO settings need " + wanted);
        }
    }
}

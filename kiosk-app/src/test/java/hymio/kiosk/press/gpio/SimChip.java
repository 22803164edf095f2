package hymio.kiosk.press.gpio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A chip of the kernel's gpio-sim driver, whose lines a test pulls up and down. Works only as root in the test kernel,
 * never on the machine that builds.
 */
public final class SimChip implements AutoCloseable {
    private static final Path CONFIG = Path.of("/sys/kernel/config/gpio-sim");

    private final Path chip;
    private final Path bank;
    private final List<Integer> used;

    /**
     * Makes a chip that is alive at once, every line of it released.
     *
     * @param used lines that the test will press
     */
    public SimChip(String label, int lines, List<Integer> used) throws IOException {
        chip = Files.createDirectory(CONFIG.resolve(label));
        bank = Files.createDirectory(chip.resolve("bank0"));
        Files.writeString(bank.resolve("label"), label);
        Files.writeString(bank.resolve("num_lines"), Integer.toString(lines));
        this.used = List.copyOf(used);
        restore();
    }

    public void press(int line) throws IOException {
        pull(line, "pull-down");
    }

    public void release(int line) throws IOException {
        pull(line, "pull-up");
    }

    /** Takes the chip from under whoever has it open. */
    void unplug() throws IOException {
        live("0");
    }

    void plug() throws IOException {
        live("1");
    }

    /** As new: plugged in, every line of the test released. */
    void restore() throws IOException {
        plug();
        for (int line : used) {
            release(line);
        }
    }

    /** The kernel refuses what is already so. */
    private void live(String wanted) throws IOException {
        if (!text(chip, "live").equals(wanted)) {
            Files.writeString(chip.resolve("live"), wanted);
        }
    }

    /** The level that somebody outside sees on an output, 0 or 1. */
    int level(int line) throws IOException {
        return Integer.parseInt(text(device(line), "value"));
    }

    /** The kernel forgets the chip, so that another process can make it again. */
    @Override
    public void close() throws IOException {
        unplug();
        Files.delete(bank);
        Files.delete(chip);
    }

    private void pull(int line, String direction) throws IOException {
        Files.writeString(device(line).resolve("pull"), direction);
    }

    private Path device(int line) throws IOException {
        return Path.of("/sys/devices/platform", text(chip, "dev_name"), text(bank, "chip_name"), "sim_gpio" + line);
    }

    private static String text(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }
}

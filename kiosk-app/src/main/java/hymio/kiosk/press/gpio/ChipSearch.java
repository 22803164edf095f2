package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a chip by its label: numbers change with the kernel's version and the order of drivers.
 *
 * @param devices the folder of devices, {@code /dev}
 * @param labels labels that will do
 */
record ChipSearch(Path devices, List<String> labels) {
    ChipSearch {
        labels = List.copyOf(labels);
    }

    /**
     * The first chip with such a label.
     *
     * @throws ErrnoException 19 when there is none, 13 when one that may be it cannot be asked
     */
    String find() throws ErrnoException {
        int reason = ErrnoException.ENODEV;
        for (String chip : chips()) {
            try {
                if (labels.contains(KernelLines.label(chip))) {
                    return chip;
                }
            } catch (ErrnoException refusal) {
                reason = refusal.errno();
            }
        }
        throw new ErrnoException("the search for a GPIO chip labelled " + String.join(" or ", labels), reason);
    }

    private List<String> chips() {
        List<String> chips = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "gpiochip*")) {
            found.forEach(chip -> chips.add(chip.toString()));
        } catch (IOException noDevices) {
            return List.of();
        }
        chips.sort(null);
        return chips;
    }
}

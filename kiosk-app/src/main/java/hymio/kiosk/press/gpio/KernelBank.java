package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Output lines of the kernel's gpiochip device. */
final class KernelBank implements OutputBank {
    private final ChipSearch search;
    private final List<Integer> wanted;
    private final boolean activeLow;
    private @Nullable KernelLines lines;

    /** @param activeLow whether a low level is on; the kernel turns it round */
    KernelBank(ChipSearch search, List<Integer> wanted, boolean activeLow) {
        this.search = search;
        this.wanted = List.copyOf(wanted);
        this.activeLow = activeLow;
    }

    @Override
    public void open() throws ErrnoException {
        close();
        lines = KernelLines.openOutputs(search.find(), wanted, activeLow);
    }

    @Override
    public void set(int line, boolean on) throws ErrnoException {
        if (lines == null) {
            throw new ErrnoException("switching of GPIO line " + line, ErrnoException.ENODEV);
        }
        lines.set(line, on);
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
            lines = null;
        }
    }
}

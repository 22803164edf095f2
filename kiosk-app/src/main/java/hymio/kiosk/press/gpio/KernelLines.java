package hymio.kiosk.press.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import hymio.kiosk.kernel.ErrnoException;
import hymio.kiosk.kernel.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lines of one chip, held until closed. Used by one thread at a time. */
final class KernelLines implements AutoCloseable {
    private static final int EVENTS_A_READ = 64;

    private final List<Integer> lines;
    private final int file;

    private KernelLines(List<Integer> lines, int file) {
        this.lines = lines;
        this.file = file;
    }

    /**
     * Takes lines as inputs.
     *
     * @param chip the device, such as {@code /dev/gpiochip0}
     * @throws ErrnoException 13 without rights, 16 when a line is taken, 22 when there is no such line
     */
    static KernelLines open(String chip, LineRequest wanted) throws ErrnoException {
        return take(chip, wanted.lines(), arena -> GpioUapi.lineRequest(arena, wanted));
    }

    /** Takes lines as outputs, all of them off; refused as {@link #open}. */
    static KernelLines openOutputs(String chip, List<Integer> lines, boolean activeLow) throws ErrnoException {
        return take(chip, lines, arena -> GpioUapi.outputRequest(arena, lines, activeLow));
    }

    private static KernelLines take(String chip, List<Integer> lines, Function<Arena, MemorySegment> wanted)
            throws ErrnoException {
        int device = Libc.open(chip);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = wanted.apply(arena);
            Libc.ioctl(device, GpioUapi.GET_LINE, request);
            return new KernelLines(lines, request.get(JAVA_INT, GpioUapi.at(GpioUapi.LINE_REQUEST, "fd")));
        } finally {
            Libc.close(device); // the lines have their own descriptor
        }
    }

    /** The label of a chip. */
    static String label(String chip) throws ErrnoException {
        int device = Libc.open(chip);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(GpioUapi.CHIP_INFO);
            Libc.ioctl(device, GpioUapi.GET_CHIP_INFO, info);
            return info.getString(GpioUapi.at(GpioUapi.CHIP_INFO, "label"));
        } finally {
            Libc.close(device);
        }
    }

    /** The descriptor to poll. */
    int file() {
        return file;
    }

    /** The levels now, high or not, by line. */
    Map<Integer, Boolean> levels() throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = arena.allocate(GpioUapi.VALUES);
            values.set(JAVA_LONG, GpioUapi.at(GpioUapi.VALUES, "mask"), GpioUapi.allOf(lines));
            Libc.ioctl(file, GpioUapi.GET_VALUES, values);
            long bits = values.get(JAVA_LONG, GpioUapi.at(GpioUapi.VALUES, "bits"));
            Map<Integer, Boolean> high = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                high.put(lines.get(i), (bits >> i & 1) == 1);
            }
            return high;
        }
    }

    /** Switches an output. */
    void set(int line, boolean on) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            Libc.ioctl(file, GpioUapi.SET_VALUES, GpioUapi.value(arena, lines.indexOf(line), on));
        }
    }

    /** Edges that wait, oldest first; waits for one when there is none. */
    List<Edge> read() throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment events = arena.allocate(GpioUapi.EVENT, EVENTS_A_READ);
            long count = Libc.read(file, events) / GpioUapi.EVENT.byteSize();
            List<Edge> edges = new ArrayList<>();
            events.elements(GpioUapi.EVENT).limit(count).map(GpioUapi::edge).forEach(edges::add);
            return edges;
        }
    }

    @Override
    public void close() {
        Libc.close(file);
    }
}

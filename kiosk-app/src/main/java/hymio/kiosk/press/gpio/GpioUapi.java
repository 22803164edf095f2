package hymio.kiosk.press.gpio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.util.List;

/** Version 2 of the kernel's GPIO character device: structs, requests and flags of {@code linux/gpio.h}. */
final class GpioUapi {
    static final int MOST_LINES = 64;
    static final int NAME_BYTES = 32;

    /** {@code struct gpiochip_info}. */
    static final StructLayout CHIP_INFO = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("name"),
            MemoryLayout.sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("label"),
            JAVA_INT.withName("lines"));

    /** {@code struct gpio_v2_line_config_attribute}; the union of its attribute is only used for debounce. */
    static final StructLayout ATTRIBUTE = MemoryLayout.structLayout(
            JAVA_INT.withName("id"),
            MemoryLayout.paddingLayout(4),
            JAVA_INT.withName("debounce_period_us"),
            MemoryLayout.paddingLayout(4),
            JAVA_LONG.withName("mask"));

    /** {@code struct gpio_v2_line_config}. */
    static final StructLayout CONFIG = MemoryLayout.structLayout(
            JAVA_LONG.withName("flags"),
            JAVA_INT.withName("num_attrs"),
            MemoryLayout.paddingLayout(20),
            MemoryLayout.sequenceLayout(10, ATTRIBUTE).withName("attrs"));

    /** {@code struct gpio_v2_line_request}. */
    static final StructLayout LINE_REQUEST = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(MOST_LINES, JAVA_INT).withName("offsets"),
            MemoryLayout.sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("consumer"),
            CONFIG.withName("config"),
            JAVA_INT.withName("num_lines"),
            JAVA_INT.withName("event_buffer_size"),
            MemoryLayout.paddingLayout(20),
            JAVA_INT.withName("fd"));

    /** {@code struct gpio_v2_line_values}. */
    static final StructLayout VALUES =
            MemoryLayout.structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));

    /** {@code struct gpio_v2_line_event}. */
    static final StructLayout EVENT = MemoryLayout.structLayout(
            JAVA_LONG.withName("timestamp_ns"),
            JAVA_INT.withName("id"),
            JAVA_INT.withName("offset"),
            JAVA_INT.withName("seqno"),
            JAVA_INT.withName("line_seqno"),
            MemoryLayout.paddingLayout(24));

    static final long GET_CHIP_INFO = request(2, 0x01, CHIP_INFO);
    static final long GET_LINE = request(3, 0x07, LINE_REQUEST);
    static final long GET_VALUES = request(3, 0x0e, VALUES);

    static final long SET_VALUES = request(3, 0x0f, VALUES);

    static final long FLAG_ACTIVE_LOW = 1L << 1;
    static final long FLAG_INPUT = 1L << 2;
    static final long FLAG_OUTPUT = 1L << 3;
    static final long FLAG_EDGE_RISING = 1L << 4;
    static final long FLAG_EDGE_FALLING = 1L << 5;
    static final long FLAG_PULL_UP = 1L << 8;
    static final int ATTRIBUTE_DEBOUNCE = 3;
    static final int EVENT_RISING = 1;
    /** As many edges as the kernel keeps at most for a slow reader. */
    static final int MOST_EVENTS = 16 * MOST_LINES;

    /** What other programs see as the holder of the lines. */
    static final String CONSUMER = "hymio";

    /** Asks for lines as inputs that tell both edges. */
    static MemorySegment lineRequest(Arena arena, LineRequest wanted) {
        long bias = wanted.pullUp() ? FLAG_PULL_UP : 0;
        long flags = FLAG_INPUT | FLAG_EDGE_RISING | FLAG_EDGE_FALLING | bias;
        MemorySegment struct = request(arena, wanted.lines(), flags);
        struct.set(JAVA_INT, at(LINE_REQUEST, "event_buffer_size"), MOST_EVENTS);
        if (wanted.debounceMillis() > 0) {
            MemorySegment config = struct.asSlice(at(LINE_REQUEST, "config"), CONFIG);
            config.set(JAVA_INT, at(CONFIG, "num_attrs"), 1);
            MemorySegment attribute = config.asSlice(at(CONFIG, "attrs"), ATTRIBUTE);
            attribute.set(JAVA_INT, at(ATTRIBUTE, "id"), ATTRIBUTE_DEBOUNCE);
            attribute.set(JAVA_INT, at(ATTRIBUTE, "debounce_period_us"), wanted.debounceMillis() * 1_000);
            attribute.set(JAVA_LONG, at(ATTRIBUTE, "mask"), allOf(wanted.lines()));
        }
        return struct;
    }

    /** Asks for lines as outputs, all of them off. With {@code activeLow} the kernel makes off a high level. */
    static MemorySegment outputRequest(Arena arena, List<Integer> lines, boolean activeLow) {
        return request(arena, lines, FLAG_OUTPUT | (activeLow ? FLAG_ACTIVE_LOW : 0));
    }

    private static MemorySegment request(Arena arena, List<Integer> lines, long flags) {
        MemorySegment struct = arena.allocate(LINE_REQUEST);
        for (int i = 0; i < lines.size(); i++) {
            struct.set(JAVA_INT, at(LINE_REQUEST, "offsets") + (long) i * Integer.BYTES, lines.get(i));
        }
        struct.setString(at(LINE_REQUEST, "consumer"), CONSUMER);
        struct.set(JAVA_INT, at(LINE_REQUEST, "num_lines"), lines.size());
        struct.set(JAVA_LONG, at(LINE_REQUEST, "config") + at(CONFIG, "flags"), flags);
        return struct;
    }

    /** One line of a request on or off; the others stay. */
    static MemorySegment value(Arena arena, int offset, boolean on) {
        MemorySegment values = arena.allocate(VALUES);
        values.set(JAVA_LONG, at(VALUES, "mask"), 1L << offset);
        values.set(JAVA_LONG, at(VALUES, "bits"), on ? 1L << offset : 0);
        return values;
    }

    /**
     * A mask with a bit for each line of a request: bits count its offsets from the first, they are no line numbers.
     */
    static long allOf(List<Integer> lines) {
        return lines.size() == MOST_LINES ? -1L : (1L << lines.size()) - 1;
    }

    /** Reads an {@link #EVENT}. */
    static Edge edge(MemorySegment event) {
        return new Edge(
                event.get(JAVA_INT, at(EVENT, "offset")),
                event.get(JAVA_INT, at(EVENT, "id")) == EVENT_RISING,
                event.get(JAVA_LONG, at(EVENT, "timestamp_ns")),
                Integer.toUnsignedLong(event.get(JAVA_INT, at(EVENT, "seqno"))));
    }

    /** Where a field lies in its struct, bytes. */
    static long at(StructLayout struct, String field) {
        return struct.byteOffset(MemoryLayout.PathElement.groupElement(field));
    }

    /**
     * A number for ioctl(2), as {@code asm-generic/ioctl.h} composes it.
     *
     * @param direction 2 the kernel writes the struct, 3 it also reads it
     */
    private static long request(int direction, int number, StructLayout struct) {
        return (long) direction << 30 | struct.byteSize() << 16 | 0xb4 << 8 | number;
    }

    private GpioUapi() {}
}

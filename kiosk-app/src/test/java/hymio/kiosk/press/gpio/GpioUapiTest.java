package hymio.kiosk.press.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sizes, places and numbers as a C compiler prints them from {@code linux/gpio.h}. */
class GpioUapiTest {
    private static final long CONFIG_AT = 288;

    @Test
    void structsHaveTheKernelsSizes() {
        assertThat(GpioUapi.CHIP_INFO.byteSize()).isEqualTo(68);
        assertThat(GpioUapi.ATTRIBUTE.byteSize()).isEqualTo(24);
        assertThat(GpioUapi.CONFIG.byteSize()).isEqualTo(272);
        assertThat(GpioUapi.LINE_REQUEST.byteSize()).isEqualTo(592);
        assertThat(GpioUapi.VALUES.byteSize()).isEqualTo(16);
        assertThat(GpioUapi.EVENT.byteSize()).isEqualTo(48);
    }

    @Test
    void fieldsLieWhereTheKernelReadsThem() {
        assertThat(GpioUapi.at(GpioUapi.CHIP_INFO, "label")).isEqualTo(32);
        assertThat(GpioUapi.at(GpioUapi.LINE_REQUEST, "consumer")).isEqualTo(256);
        assertThat(GpioUapi.at(GpioUapi.LINE_REQUEST, "config")).isEqualTo(CONFIG_AT);
        assertThat(GpioUapi.at(GpioUapi.LINE_REQUEST, "num_lines")).isEqualTo(560);
        assertThat(GpioUapi.at(GpioUapi.LINE_REQUEST, "event_buffer_size")).isEqualTo(564);
        assertThat(GpioUapi.at(GpioUapi.LINE_REQUEST, "fd")).isEqualTo(588);
        assertThat(GpioUapi.at(GpioUapi.CONFIG, "attrs")).isEqualTo(32);
    }

    @Test
    void requestsHaveTheKernelsNumbers() {
        assertThat(GpioUapi.GET_CHIP_INFO).isEqualTo(0x8044B401L);
        assertThat(GpioUapi.GET_LINE).isEqualTo(0xC250B407L);
        assertThat(GpioUapi.GET_VALUES).isEqualTo(0xC010B40EL);
        assertThat(GpioUapi.SET_VALUES).isEqualTo(0xC010B40FL);
    }

    @Test
    void requestAsksForAllLinesWithPullUpAndBothEdges() {
        MemorySegment request = request(List.of(17, 27, 22), 8);
        assertThat(IntStream.range(0, 3).map(i -> request.get(JAVA_INT, i * 4L)))
                .containsExactly(17, 27, 22);
        assertThat(request.get(JAVA_INT, 560)).isEqualTo(3);
        assertThat(request.get(JAVA_LONG, CONFIG_AT)).isEqualTo(1 << 2 | 1 << 4 | 1 << 5 | 1 << 8);
        assertThat(request.getString(256)).isEqualTo("hymio");
    }

    @Test
    void requestForOutputsHasThemAllOff() {
        MemorySegment request = GpioUapi.outputRequest(Arena.ofAuto(), List.of(5, 6, 12), false);
        assertThat(IntStream.range(0, 3).map(i -> request.get(JAVA_INT, i * 4L)))
                .containsExactly(5, 6, 12);
        assertThat(request.get(JAVA_INT, 560)).isEqualTo(3);
        assertThat(request.get(JAVA_LONG, CONFIG_AT)).as("flags").isEqualTo(1 << 3);
        assertThat(request.get(JAVA_INT, CONFIG_AT + 8))
                .as("num_attrs: no values, so none is active")
                .isZero();
    }

    @Test
    void activeLowIsTurnedRoundByTheKernel() {
        MemorySegment request = GpioUapi.outputRequest(Arena.ofAuto(), List.of(5), true);
        assertThat(request.get(JAVA_LONG, CONFIG_AT)).isEqualTo(1 << 1 | 1 << 3);
    }

    @Test
    void switchingOneLineLeavesTheOthers() {
        MemorySegment on = GpioUapi.value(Arena.ofAuto(), 2, true);
        assertThat(on.get(JAVA_LONG, 0)).as("bits").isEqualTo(0b100);
        assertThat(on.get(JAVA_LONG, 8)).as("mask").isEqualTo(0b100);
        MemorySegment off = GpioUapi.value(Arena.ofAuto(), 63, false);
        assertThat(off.get(JAVA_LONG, 0)).as("bits").isZero();
        assertThat(off.get(JAVA_LONG, 8)).as("mask").isEqualTo(1L << 63);
    }

    @Test
    void debounceMaskCountsTheLinesOfTheRequest() {
        MemorySegment request = request(List.of(17, 27, 22), 8);
        assertThat(request.get(JAVA_INT, CONFIG_AT + 8)).as("num_attrs").isEqualTo(1);
        assertThat(request.get(JAVA_INT, CONFIG_AT + 32)).as("id").isEqualTo(3);
        assertThat(request.get(JAVA_INT, CONFIG_AT + 40))
                .as("debounce_period_us")
                .isEqualTo(8_000);
        assertThat(request.get(JAVA_LONG, CONFIG_AT + 48)).as("mask").isEqualTo(0b111);
    }

    @Test
    void noDebounceIsNoAttribute() {
        assertThat(request(List.of(17), 0).get(JAVA_INT, CONFIG_AT + 8)).isZero();
    }

    @Test
    void numbersOfEdgesTellHowManyAreMissing() {
        assertThat(new Edge(17, true, 0, 8).lostSince(7)).isZero();
        assertThat(new Edge(17, true, 0, 8).lostSince(4)).isEqualTo(3);
    }

    @Test
    void maskOfSixtyFourLinesIsFull() {
        assertThat(GpioUapi.allOf(IntStream.range(0, 64).boxed().toList())).isEqualTo(-1L);
    }

    @Test
    void eventIsReadAsTheKernelWritesIt() {
        MemorySegment event = Arena.ofAuto().allocate(48, 8);
        event.set(JAVA_LONG, 0, 123_456_789_012L);
        event.set(JAVA_INT, 8, 2); // falling
        event.set(JAVA_INT, 12, 27);
        event.set(JAVA_INT, 16, -1);
        assertThat(GpioUapi.edge(event)).isEqualTo(new Edge(27, false, 123_456_789_012L, 4_294_967_295L));
        event.set(JAVA_INT, 8, 1); // rising
        assertThat(GpioUapi.edge(event).high()).isTrue();
    }

    private static MemorySegment request(List<Integer> lines, int debounceMillis) {
        return GpioUapi.lineRequest(Arena.ofAuto(), new LineRequest(lines, debounceMillis, true));
    }
}

package hymio.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.tally.Counts;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "6,1", "7,2", "12,2", "13,5", "103,20", "1000000,200000", "9000000000000,2000000000000"})
    void stepsAreRoundAndFew(long most, long step) {
        assertThat(Chart.step(most)).isEqualTo(step);
    }

    @Test
    void segmentsStandOnEachOtherBestAtTheBottomAndFillTheBar() {
        Chart chart = Chart.of(List.of(slot(20, 10, 5, 5)));
        List<Chart.Segment> segments = chart.bars().getFirst().segments();
        assertThat(segments).extracting(Chart.Segment::level).containsExactly(5, 4, 2, 1);
        assertThat(segments.getFirst().y()).isEqualTo("122.00");
        assertThat(segments.getLast().y()).isEqualTo("12.00");
        assertThat(chart.ticks().getLast().value()).isEqualTo(40);
        assertThat(chart.ticks().getLast().y()).isEqualTo("12.00");
    }

    @Test
    void barsShareTheWidthEvenly() {
        Chart chart = Chart.of(Stream.generate(() -> slot(1, 0, 0, 0)).limit(28).toList());
        assertThat(chart.bars()).hasSize(28);
        assertThat(chart.bars().getFirst().middle()).isEqualTo("1.79%");
        assertThat(chart.bars().getLast().middle()).isEqualTo("98.21%");
    }

    @Test
    void faceNobodyChoseHasNoSegment() {
        assertThat(Chart.of(List.of(slot(0, 3, 0, 0))).bars().getFirst().segments())
                .hasSize(1);
    }

    private static Chart.Slot slot(long best, long good, long bad, long worst) {
        Map<Integer, Long> options = Map.of(1, best, 2, good, 3, bad, 4, worst);
        Map<Integer, Long> faces = Map.of(5, best, 4, good, 2, bad, 1, worst);
        return new Chart.Slot("", "", FaceCounts.of(new Counts(options, faces, OptionalDouble.of(50))), 0);
    }
}

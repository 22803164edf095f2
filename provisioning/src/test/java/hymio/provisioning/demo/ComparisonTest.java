package hymio.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Place;
import hymio.wire.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Town TOWN = new Town(
            List.of(place("town", ""), place("area", "town"), place("hall", "area"), place("library", "town")),
            List.of(station("A", "hall"), station("B", "library")));
    private static final Map<String, Counts> PRESSES = Map.of("A", counts(1, 3, 4, 2), "B", counts(1, 7));
    private static final Map<String, Counts> PLACES = Map.of(
            "town", counts(1, 10, 4, 2),
            "area", counts(1, 3, 4, 2),
            "hall", counts(1, 3, 4, 2),
            "library", counts(1, 7));

    @Test
    void equalNumbersHaveNoDifferenceAndBranchesAreSummed() {
        Comparison comparison = new Comparison(TOWN, PRESSES, PRESSES, PRESSES, PLACES);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.table()).hasToString("""
                LOCATION   PRESSED  STORED  SHOWN
                TOWN            12      12     12
                  AREA           5       5      5
                    HALL         5       5      5
                  LIBRARY        7       7      7""");
    }

    @Test
    void sameTotalWithOtherFacesIsADifference() {
        Comparison comparison =
                new Comparison(TOWN, PRESSES, PRESSES, Map.of("A", counts(1, 2, 4, 3), "B", counts(1, 7)), PLACES);
        assertThat(comparison.differences()).containsExactly("Terminal A: pressed 5 {1=3, 4=2}, shown 5 {1=2, 4=3}");
    }

    @Test
    void lossAtATerminalAndAtTheServerAreToldApart() {
        Comparison comparison =
                new Comparison(TOWN, PRESSES, Map.of("A", counts(1, 3, 4, 2)), PRESSES, Map.of("town", counts(1, 9)));
        assertThat(comparison.differences())
                .containsExactly(
                        "Terminal B: pressed 7 {1=7}, stored 0 {}",
                        "Location town: pressed 12 {1=10, 4=2}, shown 9 {1=9}",
                        "Location area: pressed 5 {1=3, 4=2}, shown 0 {}",
                        "Location hall: pressed 5 {1=3, 4=2}, shown 0 {}",
                        "Location library: pressed 7 {1=7}, shown 0 {}");
        assertThat(comparison.table().toString().lines().toList().get(4)).endsWith("7       0      0  differs");
    }

    @Test
    void hugeNumbersKeepTheTableAligned() {
        Map<String, Counts> huge = Map.of("A", counts(1, 1_000_000_000_000L), "B", counts(2, 1));
        String table = new Comparison(TOWN, huge, huge, huge, Map.of()).table().toString();
        assertThat(table.lines().map(line -> line.indexOf("  differs")).filter(at -> at >= 0))
                .hasSize(4)
                .containsOnly(table.lines().toList().get(1).indexOf("  differs"));
    }

    @Test
    void zeroIsTheSameAsMissing() {
        assertThat(new Counts(Map.of(1, 0L, 2, 3L))).isEqualTo(counts(2, 3));
    }

    private static Counts counts(long... optionThenCount) {
        Counts counts = Counts.NONE;
        for (int i = 0; i < optionThenCount.length; i += 2) {
            counts = Counts.sum(List.of(counts, new Counts(Map.of((int) optionThenCount[i], optionThenCount[i + 1]))));
        }
        return counts;
    }

    private static Place place(String id, String parent) {
        String name = id.toUpperCase(Locale.ROOT);
        return new Place(id, Texts.of(name, name, name), parent, "Europe/Helsinki");
    }

    private static Station station(String name, String location) {
        return new Station(name, location, 1_000, List.of(1, 1, 1, 1));
    }
}

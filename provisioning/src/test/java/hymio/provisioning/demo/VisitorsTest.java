package hymio.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private static final Station STATION = new Station("A", "a", 3_000, List.of(50, 0, 30, 20));

    @Test
    void sameSeedGivesTheSameVisitors() {
        assertThat(buttons(7)).isEqualTo(buttons(7)).isNotEqualTo(buttons(8));
    }

    @Test
    void facesArePressedAsTheMoodsSay() {
        List<Integer> buttons = buttons(1);
        assertThat(share(buttons, 1)).isCloseTo(0.5, within(0.03));
        assertThat(share(buttons, 2)).isZero();
        assertThat(share(buttons, 3)).isCloseTo(0.3, within(0.03));
        assertThat(share(buttons, 4)).isCloseTo(0.2, within(0.03));
    }

    @Test
    void nobodyComesWithinABurstAndTheAverageHolds() {
        Visitors visitors = new Visitors(STATION, new Random(1));
        LongSummaryStatistics gaps = IntStream.range(0, 5_000)
                .mapToLong(i -> visitors.nextGapMillis())
                .summaryStatistics();
        assertThat(gaps.getMin()).isGreaterThanOrEqualTo(1_600);
        assertThat(gaps.getMax()).isLessThan(10_000);
        assertThat(gaps.getAverage()).isCloseTo(3_000, within(60.0));
    }

    @Test
    void fingersAreNeverHeld() {
        Visitors visitors = new Visitors(STATION, new Random(1));
        assertThat(IntStream.range(0, 5_000).map(i -> visitors.nextHoldMillis()))
                .allMatch(it -> it >= 60 && it <= 300);
    }

    @Test
    void everyStationOfTheSampleTownStandsAtAPlaceAndHasItsOwnName() {
        Town town = Town.SAMPLE;
        assertThat(town.places()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(town.depths().values()).contains(0, 1, 2);
        assertThat(town.stations()).hasSize(6).allMatch(s -> town.depths().containsKey(s.location()));
        assertThat(town.stations().stream().map(Station::name)).doesNotHaveDuplicates();
        assertThat(town.places()).allMatch(p -> town.inBranch(p.id(), town.top()));
    }

    private static List<Integer> buttons(long seed) {
        Visitors visitors = new Visitors(STATION, new Random(seed));
        return IntStream.range(0, 5_000).mapToObj(i -> visitors.nextButton()).toList();
    }

    private static double share(List<Integer> buttons, int button) {
        return buttons.stream().filter(b -> b == button).count() / (double) buttons.size();
    }
}

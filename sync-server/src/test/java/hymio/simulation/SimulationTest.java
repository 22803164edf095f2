package hymio.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.simulation.Totals.Count;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Terminal-years with every fault; nothing that must hold is ever violated. {@code -Dhymio.towns} is how many towns of
 * four terminals live for a year: 50 are the two hundred terminal-years of the promise.
 */
class SimulationTest {
    private static final int TERMINALS = 4;
    private static final int YEAR = 365;
    private static final int TOWNS = Integer.getInteger("hymio.towns", 50);
    /** So many meet every fault. */
    private static final int MANY = 50;

    private static Quiet quiet;

    @BeforeAll
    static void faultsAreExpected() {
        quiet = new Quiet();
    }

    @AfterAll
    static void faultsAreNews() {
        quiet.close();
    }

    @Test
    void nothingIsLostDoubledOrMistimed() {
        Totals totals = new Totals();
        Towns.run(Plan.of(1, TERMINALS, YEAR), TOWNS, false, outcome -> {
            assertThat(outcome.violations()).as(outcome.plan().command()).isEmpty();
            totals.addAll(outcome.totals());
            return true;
        });
        assertThat(totals.of(Count.TERMINAL_DAYS)).isGreaterThanOrEqualTo((long) TOWNS * TERMINALS * YEAR);
        if (TOWNS < MANY) {
            return;
        }
        for (Fault fault : Fault.values()) {
            assertThat(totals.of(fault)).as(fault.word()).isPositive();
        }
        for (Count count : Count.values()) {
            assertThat(totals.of(count)).as(count.words()).isPositive();
        }
    }

    @Test
    void sameSeedIsTheSameRunBitForBit() {
        Plan plan = Plan.of(7, TERMINALS, 120);
        World.Outcome first = World.run(plan, Places.fresh(), true);
        World.Outcome again = World.run(plan, Places.fresh(), true);
        assertThat(again.lines()).isEqualTo(first.lines()).hasSizeGreaterThan(100);
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(World.run(plan.seed(8), Places.fresh(), false).hash()).isNotEqualTo(first.hash());
    }

    @Test
    void violationIsShrunkToAShortRunThatReplays() {
        Plan plan = Plan.of(1, 2, 60).bug(PlantedBug.COUNTS_REPEATS);
        World.Outcome violated = World.run(plan, Places.fresh(), false);
        assertThat(violated.violations()).isNotEmpty();
        World.Outcome shortest = Shrink.shrink(violated);
        assertThat(shortest.plan().terminals()).isEqualTo(1);
        assertThat(shortest.plan().faults()).hasSizeLessThanOrEqualTo(2);
        assertThat(shortest.lines()).hasSizeLessThan(150);
        assertThat(shortest.violations().getFirst().kind())
                .isEqualTo(violated.violations().getFirst().kind());
        assertThat(World.run(shortest.plan(), Places.fresh(), false).hash()).isEqualTo(shortest.hash());
    }
}

package hymio.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation bites: each planted bug is found within its number of seeds, by what it must show, where the clean
 * code passes.
 */
class PlantedBugTest {
    private static final Plan PLAN = Plan.of(1, 3, 200);

    private static Quiet quiet;

    @BeforeAll
    static void faultsAreExpected() {
        quiet = new Quiet();
    }

    @AfterAll
    static void faultsAreNews() {
        quiet.close();
    }

    static Stream<PlantedBug> bugs() {
        return Arrays.stream(PlantedBug.values()).filter(it -> it != PlantedBug.NONE);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isFound(PlantedBug bug) {
        Set<String> shown = new TreeSet<>();
        Towns.run(PLAN.bug(bug), bug.seeds(), false, outcome -> {
            outcome.violations().forEach(it -> shown.add(it.kind()));
            return !shown.contains(bug.shows());
        });
        assertThat(shown).as(bug.meaning()).contains(bug.shows());
    }

    @Test
    void cleanCodePassesTheSameSeeds() {
        int most = bugs().mapToInt(PlantedBug::seeds).max().orElseThrow();
        Towns.run(PLAN, most, false, outcome -> {
            assertThat(outcome.violations()).as(outcome.plan().command()).isEmpty();
            return true;
        });
    }
}

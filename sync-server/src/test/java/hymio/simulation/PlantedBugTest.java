package hymio.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation bites: each planted bug is found within its number of seeds, where the clean code passes. Bugs that
 * need more seeds than {@code -Dhymio.bug-seeds} are left to a longer run.
 */
class PlantedBugTest {
    private static final int TERMINALS = 3;
    private static final int DAYS = 200;
    private static final int SEEDS = Integer.getInteger("hymio.bug-seeds", 3);

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
        return Arrays.stream(PlantedBug.values()).filter(it -> it != PlantedBug.NONE && it.seeds() <= SEEDS);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isFound(PlantedBug bug) {
        Optional<World.Outcome> found = IntStream.rangeClosed(1, bug.seeds())
                .mapToObj(seed -> World.run(plan(seed).bug(bug), Places.fresh(), false))
                .filter(it -> !it.violations().isEmpty())
                .findFirst();
        assertThat(found).as(bug.meaning()).isPresent();
    }

    @Test
    void cleanCodePassesTheSameSeeds() {
        int most = bugs().mapToInt(PlantedBug::seeds).max().orElseThrow();
        for (int seed = 1; seed <= most; seed++) {
            assertThat(World.run(plan(seed), Places.fresh(), false).violations())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    private static Plan plan(long seed) {
        return Plan.of(seed, TERMINALS, DAYS).without(Fault.COPIED_CARD);
    }
}

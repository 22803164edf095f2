package hymio.server.results;

import hymio.server.tally.Completeness;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How complete the figures of a branch are, by location and terminal. Not thread-safe. */
final class Arrived {
    private final Map<Spot, Completeness> spots = new HashMap<>();
    private final Map<Long, Completeness> branches = new HashMap<>();
    private final Map<Long, Long> above;
    private Completeness all = Completeness.NONE;

    /** @param terminal its id */
    private record Spot(long location, String terminal) {}

    /** @param above number of a location → number of the one above it */
    Arrived(Map<Long, Long> above) {
        this.above = above;
    }

    void add(long location, String terminal, Completeness part) {
        spots.merge(new Spot(location, terminal), part, Completeness::plus);
        all = all.plus(part);
        for (Long at = location; at != null; at = above.get(at)) {
            branches.merge(at, part, Completeness::plus);
        }
    }

    Completeness all() {
        return all;
    }

    /** Of one terminal at one location; without a terminal, of the location with everything below it. */
    Completeness of(long location, Optional<String> terminal) {
        return terminal.map(id -> spots.getOrDefault(new Spot(location, id), Completeness.NONE))
                .orElseGet(() -> branches.getOrDefault(location, Completeness.NONE));
    }
}

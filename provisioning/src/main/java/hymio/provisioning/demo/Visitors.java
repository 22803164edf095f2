package hymio.provisioning.demo;

import hymio.wire.MisuseRule;
import java.util.List;
import java.util.random.RandomGenerator;

/** The people who pass one terminal, drawn from a seeded generator. Not thread-safe. */
final class Visitors {
    /** So much longer than the gap of a burst that a slow machine does not make one: a burst counts once. */
    static final int PAUSE_MILLIS = (int) MisuseRule.GAP_MILLIS + 200;
    /** How long fingers stay on a button. */
    private static final int SHORTEST_HOLD_MILLIS = 60;

    private static final int LONGEST_HOLD_MILLIS = 300;
    /** Longest wait for a visitor, in averages. */
    private static final int LONGEST = 5;

    private final Station station;
    private final RandomGenerator random;

    Visitors(Station station, RandomGenerator random) {
        this.station = station;
        this.random = random;
    }

    /** Milliseconds until the next visitor steps up: a pause and then chance, as arrivals are. */
    long nextGapMillis() {
        double chance = Math.min(LONGEST, random.nextExponential());
        return PAUSE_MILLIS + (long) ((station.gapMillis() - PAUSE_MILLIS) * chance);
    }

    /** Milliseconds for which the next finger stays: far from a hold, which is no vote. */
    int nextHoldMillis() {
        return random.nextInt(SHORTEST_HOLD_MILLIS, LONGEST_HOLD_MILLIS + 1);
    }

    /** The face the next visitor presses: 1 is the best. */
    int nextButton() {
        List<Integer> moods = station.moods();
        int mark = random.nextInt(moods.stream().mapToInt(Integer::intValue).sum());
        int button = 0;
        while (mark >= 0) {
            mark -= moods.get(button++);
        }
        return button;
    }
}

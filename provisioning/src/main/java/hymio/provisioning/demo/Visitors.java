package hymio.provisioning.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** The people who pass one terminal, drawn from a seeded generator. Not thread-safe. */
final class Visitors {
    /** Longer than the half second for which a terminal ignores a repeat of the same button. */
    static final int PAUSE_MILLIS = 700;
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

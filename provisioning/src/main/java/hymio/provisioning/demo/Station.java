package hymio.provisioning.demo;

import java.util.List;

/**
 * One terminal of the town and the people who pass it.
 *
 * @param name what staff call the terminal; different for each station
 * @param location id of the place where it stands
 * @param gapMillis average time from the thanks to the next visitor, longer than {@link Visitors#PAUSE_MILLIS}
 * @param moods how often each face is pressed, best first, in parts of their sum
 */
record Station(String name, String location, int gapMillis, List<Integer> moods) {
    Station {
        moods = List.copyOf(moods);
    }
}

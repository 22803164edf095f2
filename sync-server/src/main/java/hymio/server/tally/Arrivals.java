package hymio.server.tally;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What one transaction changes of the standing completeness, gathered before it is written. Not thread-safe. */
public final class Arrivals {
    private final Map<Key, Completeness> days = new TreeMap<>();
    private final Map<Key, Long> estimatedHours = new TreeMap<>();

    /**
     * What is counted apart, in the order of the tables' keys.
     *
     * @param location number of the location
     * @param period local day or hour, see {@link LocalTime}
     * @param terminal number of the terminal
     */
    record Key(long location, long period, long terminal) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::location)
                .thenComparingLong(Key::period)
                .thenComparingLong(Key::terminal);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** So many presses were stored; days as {@link LocalTime#day}. */
    public void received(long location, long day, long terminal, long n) {
        add(location, day, terminal, new Completeness(n, 0, 0, 0));
    }

    /** So many presses are missed from now on; fewer than 0: are not missed any more. */
    public void missing(long location, long day, long terminal, long n) {
        add(location, day, terminal, new Completeness(0, n, 0, 0));
    }

    /** The number of a stored press came with other content, for the first time. */
    public void conflicting(long location, long day, long terminal) {
        add(location, day, terminal, new Completeness(0, 0, 1, 0));
    }

    /** A press was stored with an estimated time; hours as {@link LocalTime#hour}. */
    public void estimated(long location, long hour, long terminal) {
        estimatedHours.merge(new Key(location, hour, terminal), 1L, Long::sum);
    }

    private void add(long location, long day, long terminal, Completeness change) {
        days.merge(new Key(location, day, terminal), change, Completeness::plus);
    }

    Map<Key, Completeness> days() {
        return days;
    }

    Map<Key, Long> estimatedHours() {
        return estimatedHours;
    }
}

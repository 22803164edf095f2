package hymio.server.tally;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Counts that one transaction adds and takes away, gathered before they are written. Not thread-safe. */
public final class Tally {
    private final Map<Key, Long> hours = new TreeMap<>();

    /**
     * What is counted apart, in the order of the tables' keys.
     *
     * @param location number of the location
     * @param question number of the question
     * @param period local hour or day, see {@link LocalTime}
     * @param terminal number of the terminal
     */
    record Key(long location, long question, long period, long terminal, int option) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::location)
                .thenComparingLong(Key::question)
                .thenComparingLong(Key::period)
                .thenComparingLong(Key::terminal)
                .thenComparingInt(Key::option);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param hour local hour of the location, see {@link LocalTime#hour} */
    public void add(long location, long question, long hour, long terminal, int option) {
        hours.merge(new Key(location, question, hour, terminal, option), 1L, Long::sum);
    }

    /** Takes away one that was added, now or in an earlier transaction; as {@link #add}. */
    public void remove(long location, long question, long hour, long terminal, int option) {
        hours.merge(new Key(location, question, hour, terminal, option), -1L, Long::sum);
    }

    Map<Key, Long> hours() {
        return hours;
    }

    Map<Key, Long> days() {
        Map<Key, Long> days = new TreeMap<>();
        hours.forEach((key, n) -> days.merge(
                new Key(key.location(), key.question(), LocalTime.day(key.period()), key.terminal(), key.option()),
                n,
                Long::sum));
        return days;
    }
}

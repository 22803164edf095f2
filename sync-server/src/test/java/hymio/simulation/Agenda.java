package hymio.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The true time, and what is due when. What is due at one moment happens in the order it was noted. */
final class Agenda implements InstantSource {
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::millis).thenComparingLong(Due::order));
    private long now;
    private long order;
    private boolean stopped;

    private record Due(long millis, long order, Runnable what) {}

    Agenda(long startMillis) {
        now = startMillis;
    }

    void at(long millis, Runnable what) {
        due.add(new Due(Math.max(millis, now), order++, what));
    }

    void in(long millis, Runnable what) {
        at(now + millis, what);
    }

    /** Time goes on in the middle of something that takes a while. */
    void pass(long millis) {
        now += millis;
    }

    void runUntil(long end) {
        while (!stopped && !due.isEmpty() && due.peek().millis() <= end) {
            Due next = due.remove();
            now = Math.max(now, next.millis());
            next.what().run();
        }
        if (!stopped) {
            now = Math.max(now, end);
        }
    }

    /** Nothing more happens. */
    void stop() {
        stopped = true;
    }

    @Override
    public long millis() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }
}

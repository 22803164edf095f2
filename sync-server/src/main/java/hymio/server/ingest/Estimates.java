package hymio.server.ingest;

import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Guesses when presses were made in boots that have no sure time. What is known bounds the guess: the terminal's word
 * of the boot, the numbers below and above, the terminal's first day, and the receipt. Within the bounds the guess
 * follows the wall clock, keeps the order of the journal, and within one boot the distances. Not thread-safe.
 */
final class Estimates {
    private final NavigableMap<Long, Moment> known;
    private final Map<UUID, BootTime> boots = new HashMap<>();
    private final long earliestMillis;
    private final long latestMillis;

    /**
     * @param known by number, above all presses the sending of the batch; {@link #add} adds to it
     * @param earliestMillis no press was made before this, since 1970 UTC
     * @param latestMillis no press was made after this, since 1970 UTC
     */
    Estimates(NavigableMap<Long, Moment> known, List<BootTime> boots, long earliestMillis, long latestMillis) {
        this.known = known;
        boots.forEach(boot -> this.boots.put(boot.boot(), boot));
        this.earliestMillis = earliestMillis;
        this.latestMillis = latestMillis;
    }

    /** @param presses numbers rising, none of them known */
    void add(List<Response> presses) {
        Map<Long, Long> before = before(presses);
        for (Response press : presses) {
            EffectiveTime time = guess(press, after(press), before.getOrDefault(press.number(), latestMillis));
            known.put(press.number(), Moment.of(press.time(), time));
        }
    }

    /** Number → the press was not made after this; from the highest down, because each bounds those below it. */
    private Map<Long, Long> before(List<Response> presses) {
        Map<Long, Long> before = new HashMap<>();
        NavigableMap<Long, Moment> above = new TreeMap<>(known);
        for (Response press : presses.reversed()) {
            PressTime time = press.time();
            long bound = above.higherEntry(press.number()).getValue().beforeOf(time);
            bound = Math.min(bound, told(time, BootTime::before).orElse(latestMillis));
            bound = Math.min(bound, latestMillis);
            before.put(press.number(), bound);
            above.put(press.number(), Moment.of(time, EffectiveTime.estimated(bound, earliestMillis, bound)));
        }
        return before;
    }

    private long after(Response press) {
        PressTime time = press.time();
        // The earlier boot of which the terminal tells had ended when this one began.
        OptionalLong told = told(time, BootTime::after);
        long bound = told.isPresent() ? told.getAsLong() + time.uptimeMillis() : earliestMillis;
        Map.Entry<Long, Moment> below = known.lowerEntry(press.number());
        if (below != null) {
            bound = Math.max(bound, below.getValue().afterOf(time));
        }
        return Math.max(bound, earliestMillis);
    }

    private OptionalLong told(PressTime time, Function<BootTime, OptionalLong> bound) {
        BootTime boot = boots.get(time.boot());
        return boot == null ? OptionalLong.empty() : bound.apply(boot);
    }

    private EffectiveTime guess(Response press, long after, long before) {
        if (after > before) {
            // Some clock lied; sure is only what the server knows by itself.
            return guess(press, earliestMillis, latestMillis);
        }
        PressTime time = press.time();
        Map.Entry<Long, Moment> below = known.lowerEntry(press.number());
        long at = below == null ? time.wallMillis() : from(below.getValue(), time);
        at = Math.min(at, known.higherEntry(press.number()).getValue().untilOf(time));
        if (below != null) {
            at = Math.max(at, below.getValue().time().atMillis());
        }
        return EffectiveTime.estimated(Math.clamp(at, after, before), after, before);
    }

    /** What the wall clock says counts once in each boot; from there on uptime tells. */
    private static long from(Moment below, PressTime press) {
        long at = below.atOf(press);
        return below.sameBoot(press) ? at : Math.max(at, press.wallMillis());
    }
}

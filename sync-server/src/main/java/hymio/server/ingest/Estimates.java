package hymio.server.ingest;

import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Guesses when presses were made in boots that have no sure time. What is known bounds the guess: the terminal's word
 * of the boot, other presses of the same boot, the sending, the terminal's first day, and the receipt. Numbers bound
 * nothing across boots: where a card was copied, two machines may have written one journal, and what was in conflict
 * stands after later presses. Within the bounds the guess follows the wall clock, keeps the order of the journal, and
 * within one boot the distances. Not thread-safe.
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
        Map<Long, EffectiveTime> latest = latest(presses);
        for (Response press : presses) {
            EffectiveTime time = guess(press, after(press), Objects.requireNonNull(latest.get(press.number())));
            known.put(press.number(), Moment.of(press.time(), time));
        }
    }

    /**
     * By number: when the press was made at the latest, as a bound, and by the order of the journal; from the highest
     * down, because each tells of those below it.
     */
    private Map<Long, EffectiveTime> latest(List<Response> presses) {
        Map<Long, EffectiveTime> latest = new HashMap<>();
        NavigableMap<Long, Moment> above = new TreeMap<>(known);
        for (Response press : presses.reversed()) {
            PressTime time = press.time();
            Moment next = above.higherEntry(press.number()).getValue();
            long bound = before(time, next);
            EffectiveTime at = EffectiveTime.estimated(Math.min(bound, next.untilOf(time)), earliestMillis, bound);
            latest.put(press.number(), at);
            above.put(press.number(), Moment.of(time, at));
        }
        return latest;
    }

    private long before(PressTime press, Moment next) {
        // Whatever is sent was pressed before the boot that sends it, or in it.
        long bound = Math.min(latestMillis, known.lastEntry().getValue().beforeOf(press));
        bound = Math.min(bound, told(press, BootTime::before).orElse(latestMillis));
        return next.sameBoot(press) ? Math.min(bound, next.beforeOf(press)) : bound;
    }

    private long after(Response press) {
        PressTime time = press.time();
        // The earlier boot of which the terminal tells had ended when this one began.
        OptionalLong told = told(time, BootTime::after);
        long bound = told.isPresent() ? told.getAsLong() + time.uptimeMillis() : earliestMillis;
        Map.Entry<Long, Moment> below = known.lowerEntry(press.number());
        if (below != null && below.getValue().sameBoot(time)) {
            bound = Math.max(bound, below.getValue().afterOf(time));
        }
        return Math.max(bound, earliestMillis);
    }

    private OptionalLong told(PressTime time, Function<BootTime, OptionalLong> bound) {
        BootTime boot = boots.get(time.boot());
        return boot == null ? OptionalLong.empty() : bound.apply(boot);
    }

    private EffectiveTime guess(Response press, long after, EffectiveTime latest) {
        long before = latest.beforeMillis();
        if (after > before) {
            // Some clock lied; sure is only what the server knows by itself.
            return guess(
                    press,
                    earliestMillis,
                    EffectiveTime.estimated(Math.min(latest.atMillis(), latestMillis), earliestMillis, latestMillis));
        }
        PressTime time = press.time();
        Map.Entry<Long, Moment> below = known.lowerEntry(press.number());
        long at = below == null ? time.wallMillis() : from(below.getValue(), time);
        // By the numbers not after those above, and first of all not before the one below, unless uptime says so.
        long least = below == null
                ? earliestMillis
                : Math.min(at, below.getValue().time().atMillis());
        at = Math.max(least, Math.min(at, latest.atMillis()));
        return EffectiveTime.estimated(Math.clamp(at, after, before), after, before);
    }

    /** What the wall clock says counts once in each boot; from there on uptime tells. */
    private static long from(Moment below, PressTime press) {
        long at = below.atOf(press);
        return below.sameBoot(press) ? at : Math.max(at, press.wallMillis());
    }
}

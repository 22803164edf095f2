package hymio.simulation;

import hymio.kiosk.visit.Entry;
import hymio.wire.PressTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What really happened at the terminals: what the end is compared with. */
final class Truth {
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<UUID, Long> newest = new HashMap<>();
    private final Map<UUID, Long> latest = new HashMap<>();

    /** What became of an answer, as far as the visitor knows. */
    enum Fate {
        /** The terminal died before it said anything: the answer may be stored or not. */
        UNKNOWN,
        /** Stored; the visitor was thanked. */
        THANKED,
        /** Not stored; the visitor was told so. */
        SORRY
    }

    /** One answer that a visitor gave. */
    static final class Attempt {
        final String machine;
        final Content content;
        final long trueMillis;
        final PressTime time;
        Fate fate = Fate.UNKNOWN;
        Written written = new Written(new UUID(0, 0), 0);

        Attempt(String machine, Content content, long trueMillis, PressTime time) {
            this.machine = machine;
            this.content = content;
            this.trueMillis = trueMillis;
            this.time = time;
        }

        @Override
        public String toString() {
            return content.question() + " option " + content.option() + (content.takesBack() ? " (take-back)" : "")
                    + " of " + machine + ", number " + written.number();
        }
    }

    /** What names an answer wherever it went: no two of one boot share moment, question and option. */
    record Content(UUID boot, long uptime, String question, int option, boolean takesBack, int misuse, String comment) {
        static Content of(Entry entry) {
            return new Content(
                    entry.time().boot(),
                    entry.time().uptimeMillis(),
                    entry.question(),
                    entry.option(),
                    entry.extra().takesBack() > 0,
                    entry.extra().misuse(),
                    entry.extra().comment());
        }
    }

    record Written(UUID journal, long number) {}

    Attempt attempt(String machine, Entry entry, long trueMillis) {
        Attempt attempt = new Attempt(machine, Content.of(entry), trueMillis, entry.time());
        attempts.add(attempt);
        return attempt;
    }

    /**
     * The visitor is thanked.
     *
     * @return whether the number is a new one, as it must be
     */
    boolean thanked(Attempt attempt, UUID journal, long number, boolean copied) {
        attempt.fate = Fate.THANKED;
        attempt.written = new Written(journal, number);
        long before = newest.getOrDefault(journal, 0L);
        newest.put(journal, Math.max(before, number));
        return copied || number > before;
    }

    /** A request of this journal reached the server this long after it was sent. */
    void delayed(UUID journal, long delayMillis) {
        latest.merge(journal, delayMillis, Math::max);
    }

    /** The longest that a request of this journal was on its way. */
    long delay(UUID journal) {
        return latest.getOrDefault(journal, 0L);
    }

    List<Attempt> attempts() {
        return attempts;
    }
}

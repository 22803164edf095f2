package hymio.simulation;

import hymio.kiosk.visit.Entry;
import hymio.wire.PressTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What really happened at the terminals: what the end is compared with. */
final class Truth {
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<Minter, Long> newest = new HashMap<>();
    private final Set<Content> lost = new HashSet<>();
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

    /** Under what it was stored first; what is moved stands elsewhere in the end. */
    record Written(UUID journal, long number) {}

    /** Two machines with copies of one card mint in one journal. */
    record Minter(String machine, UUID journal) {}

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
    boolean thanked(Attempt attempt, Written written) {
        attempt.fate = Fate.THANKED;
        attempt.written = written;
        Minter minter = new Minter(attempt.machine, written.journal());
        long before = newest.getOrDefault(minter, 0L);
        newest.put(minter, Math.max(before, written.number()));
        return written.number() > before;
    }

    /** The server held these, and was restored from a backup that does not. */
    void lost(Set<Content> contents) {
        lost.addAll(contents);
    }

    /** Whether the server ever lost it. */
    boolean lost(Content content) {
        return lost.contains(content);
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

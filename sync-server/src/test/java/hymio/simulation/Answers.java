package hymio.simulation;

import hymio.simulation.Stored.Row;
import hymio.simulation.Totals.Count;
import hymio.simulation.Truth.Attempt;
import hymio.simulation.Truth.Content;
import hymio.simulation.Truth.Fate;
import hymio.simulation.Truth.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What became of each answer that a visitor gave, compared with what the server holds in the end. */
final class Answers {
    private static final int TRUSTED = 0;
    /** Between sending and receiving, and between a clock's reading and the server's. */
    private static final long RETIMED_ERROR_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final World world;
    private final List<Row> rows;
    private final Map<Content, List<Row>> stored = new HashMap<>();
    private final Set<Content> conflicts;
    private final Set<Content> held = new HashSet<>();
    private final Map<UUID, Long> gone = new HashMap<>();

    Answers(World world, List<Row> rows, List<Content> conflicts) {
        this.world = world;
        this.rows = rows;
        this.conflicts = Set.copyOf(conflicts);
        rows.forEach(row -> stored.computeIfAbsent(row.content(), unused -> new ArrayList<>())
                .add(row));
        for (SimTerminal terminal : world.terminals()) {
            Cards.rows(terminal.folder()).forEach(row -> held.add(row.content()));
        }
    }

    void check() {
        Map<Content, Attempt> attempts = new HashMap<>();
        for (Attempt attempt : world.truth().attempts()) {
            attempts.put(attempt.content, attempt);
            List<Row> found = stored.getOrDefault(attempt.content, List.of());
            storedOnce(attempt, found);
            found.forEach(row -> timedWell(attempt, row));
        }
        pressedBySomebody(attempts);
        inOrder(attempts);
    }

    /** Of each journal, how many a restored server had lost that no terminal holds any more. */
    Map<UUID, Long> gone() {
        return gone;
    }

    /** A copied card mints numbers twice: what came second is a conflict, kept aside and known. */
    private void storedOnce(Attempt attempt, List<Row> found) {
        int times = found.size() + (conflicts.contains(attempt.content) || refusedOnACopy(attempt) ? 1 : 0);
        if (attempt.fate == Fate.THANKED && times == 0 && !gone(attempt)) {
            world.violated("thanked for, and stored nowhere", attempt.toString());
        }
        if (attempt.fate == Fate.SORRY && times > 0) {
            world.violated("stored, though the visitor was told it failed", attempt.toString());
        }
        if (found.size() > 1) {
            world.violated("stored more than once", found.size() + " times: " + attempt);
        }
    }

    /** A restored server gets back what the terminals hold; they hold what is settled for their days, and for room. */
    private boolean gone(Attempt attempt) {
        boolean old = attempt.trueMillis < world.agenda().millis() - TimeUnit.DAYS.toMillis(KioskProcess.KEEP_DAYS);
        boolean gone = world.truth().lost(attempt.content)
                && !held.contains(attempt.content)
                && (old || roomWasNeeded(attempt));
        if (gone) {
            world.totals().add(Count.GONE, 1);
            this.gone.merge(attempt.written.journal(), 1L, Long::sum);
        }
        return gone;
    }

    /** Since then its machine's disk was full; of a copied card, that of a machine which had it. */
    private boolean roomWasNeeded(Attempt attempt) {
        return world.terminals().stream()
                .filter(it -> it.name().equals(attempt.machine) || it.copied() && copied(attempt.machine))
                .anyMatch(it -> it.fullMillis() >= attempt.trueMillis);
    }

    /** An undo on a copied card may name a number that holds the other machine's answer: refused, and kept aside. */
    private boolean refusedOnACopy(Attempt attempt) {
        return attempt.content.takesBack()
                && world.terminals().stream()
                        .filter(it -> it.copied() && it.name().equals(attempt.machine))
                        .flatMap(it -> it.running().stream())
                        .anyMatch(app -> app.outbox().aside() > 0);
    }

    private void timedWell(Attempt attempt, Row row) {
        long slack = row.quality() == TRUSTED
                ? SimClock.TRUSTED_ERROR_MILLIS
                : RETIMED_ERROR_MILLIS + world.truth().delay(row.journal());
        boolean within = row.after() - slack <= attempt.trueMillis && attempt.trueMillis <= row.before() + slack;
        if (!within || row.atMillis() < row.after() || row.atMillis() > row.before()) {
            world.violated(
                    "wrong time",
                    row.atMillis() - attempt.trueMillis + " ms off with quality " + row.quality() + ", bounds of "
                            + (row.before() - row.after()) + " ms: " + attempt);
        }
        if (row.atMillis() > world.agenda().millis()) {
            world.violated("a time in the future", attempt.toString());
        }
    }

    private void pressedBySomebody(Map<Content, Attempt> attempts) {
        stored.keySet().stream()
                .filter(it -> !attempts.containsKey(it))
                .findFirst()
                .ifPresent(it -> world.violated("stored, but nobody pressed it", it.toString()));
    }

    /** Under the numbers that one machine gave, a higher one was pressed later. Only copies of a card move any. */
    private void inOrder(Map<Content, Attempt> attempts) {
        Map<Truth.Minter, Long> newest = new HashMap<>();
        for (Row row : rows) {
            Attempt attempt = attempts.get(row.content());
            if (attempt == null) {
                continue;
            }
            boolean copied = copied(attempt.machine);
            boolean moved = !attempt.written.equals(new Written(row.journal(), row.number()));
            if (moved && attempt.fate == Fate.THANKED && !copied) {
                world.violated("moved, though nobody copied its card", attempt.toString());
            }
            if (moved && copied) {
                continue;
            }
            Truth.Minter minter = new Truth.Minter(attempt.machine, row.journal());
            if (attempt.trueMillis < newest.getOrDefault(minter, 0L)) {
                world.violated("out of order", "number " + row.number() + " was pressed before a lower one");
            }
            newest.merge(minter, attempt.trueMillis, Math::max);
        }
    }

    private boolean copied(String machine) {
        return world.terminals().stream()
                .anyMatch(it -> it.copied() && it.name().equals(machine));
    }
}

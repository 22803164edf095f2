package hymio.simulation;

import hymio.server.db.Db;
import hymio.server.tally.Recount;
import hymio.simulation.Stored.Row;
import hymio.simulation.Truth.Attempt;
import hymio.simulation.Truth.Content;
import hymio.simulation.Truth.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What must hold, whatever happened. */
final class Invariants {
    private static final int TRUSTED = 0;
    private static final int RETIMED = 1;
    /** Between sending and receiving, and between a clock's reading and the server's. */
    private static final long RETIMED_ERROR_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final World world;
    private final Db db;

    Invariants(World world) {
        this.world = world;
        db = world.server().process().db;
    }

    /** What must hold at any moment. */
    void always() {
        if (!db.read(Recount::standing).equals(db.read(Recount::anew))) {
            world.violated("the tallies differ from a recount", "");
        }
        long wrong = Stored.one(
                db,
                "select count(*) from journal j where received <>"
                        + " (select count(*) from response r where r.source = j.source)");
        if (wrong > 0) {
            world.violated("the server miscounts what it holds", wrong + " journals");
        }
    }

    /** What must hold once everything works again and nothing waits any more. */
    void healed() {
        world.terminals().forEach(this::nothingWaits);
        List<Row> rows = Stored.responses(db);
        Map<Content, List<Row>> stored = new HashMap<>();
        rows.forEach(row -> stored.computeIfAbsent(row.content(), unused -> new ArrayList<>())
                .add(row));
        Map<Content, Integer> conflicts = new HashMap<>();
        Stored.conflicts(db).forEach(content -> conflicts.merge(content, 1, Integer::sum));
        for (Attempt attempt : world.truth().attempts()) {
            List<Row> found = stored.getOrDefault(attempt.content, List.of());
            storedOnce(attempt, found, conflicts.containsKey(attempt.content) || refusedOnACopy(attempt));
            found.forEach(row -> timedWell(attempt, row));
        }
        pressedBySomebody(stored);
        inOrder(rows);
        gapsAreKnown(rows);
    }

    private void nothingWaits(SimTerminal terminal) {
        terminal.running().ifPresent(app -> {
            long pending = app.outbox().pending();
            if (pending > 0) {
                world.violated("responses still wait", pending + " at " + terminal.name());
            }
            if (app.outbox().aside() > 0 && !terminal.copied()) {
                world.violated("responses were refused", app.outbox().aside() + " at " + terminal.name());
            }
        });
    }

    /** A copied card mints numbers twice: what came second is a conflict, kept aside and known. */
    private void storedOnce(Attempt attempt, List<Row> found, boolean conflict) {
        int times = found.size() + (conflict ? 1 : 0);
        if (attempt.fate == Fate.THANKED && times == 0) {
            world.violated("thanked for, and stored nowhere", attempt.toString());
        }
        if (attempt.fate == Fate.SORRY && times > 0) {
            world.violated("stored, though the visitor was told it failed", attempt.toString());
        }
        if (found.size() > 1) {
            world.violated("stored more than once", found.size() + " times: " + attempt);
        }
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
        long error = row.atMillis() - attempt.trueMillis;
        long allowed = switch (row.quality()) {
            case TRUSTED -> SimClock.TRUSTED_ERROR_MILLIS;
            case RETIMED -> RETIMED_ERROR_MILLIS + world.truth().delay(row.journal(), row.number());
            default -> Long.MAX_VALUE;
        };
        if (Math.abs(error) > allowed) {
            world.violated("wrong time", error + " ms off with quality " + row.quality() + ": " + attempt);
        }
        if (row.atMillis() > world.agenda().millis()) {
            world.violated("a time in the future", attempt.toString());
        }
    }

    private void pressedBySomebody(Map<Content, List<Row>> stored) {
        Map<Content, List<Row>> unknown = new HashMap<>(stored);
        world.truth().attempts().forEach(attempt -> unknown.remove(attempt.content));
        if (!unknown.isEmpty()) {
            world.violated(
                    "stored, but nobody pressed it",
                    unknown.keySet().iterator().next().toString());
        }
    }

    /** Within a journal a higher number was pressed later. */
    private void inOrder(List<Row> rows) {
        Map<Content, Long> pressed = new HashMap<>();
        for (Attempt attempt : world.truth().attempts()) {
            pressed.put(attempt.content, attempt.trueMillis);
        }
        Map<UUID, Long> newest = new HashMap<>();
        for (Row row : rows) {
            long at = pressed.getOrDefault(row.content(), 0L);
            if (at < newest.getOrDefault(row.journal(), 0L) && !copied(row.journal())) {
                world.violated("out of order", "number " + row.number() + " was pressed before a lower one");
            }
            newest.merge(row.journal(), at, Math::max);
        }
    }

    private boolean copied(UUID journal) {
        return world.terminals().stream()
                .filter(SimTerminal::copied)
                .anyMatch(it -> it.running()
                        .filter(app -> app.outbox().journal().equals(journal))
                        .isPresent());
    }

    /** The server knows how far each journal goes, and so which numbers are missing. */
    private void gapsAreKnown(List<Row> rows) {
        Map<UUID, Long> held = new TreeMap<>();
        rows.forEach(row -> held.merge(row.journal(), 1L, Long::sum));
        Map<UUID, Long> last = new HashMap<>();
        Stored.journals(db).forEach(it -> last.put(it.journal(), it.last()));
        for (SimTerminal terminal : world.terminals()) {
            terminal.running().map(KioskProcess::outbox).ifPresent(outbox -> {
                UUID journal = outbox.journal();
                long minted = outbox.last();
                if (last.getOrDefault(journal, 0L) < minted) {
                    world.violated("a gap that the server does not know", terminal.name() + " gave number " + minted);
                }
                if (held.getOrDefault(journal, 0L) < minted && !terminal.copied()) {
                    world.violated("numbers are missing", "of " + terminal.name());
                }
            });
        }
    }
}

package hymio.simulation;

import hymio.kiosk.outbox.Outbox;
import hymio.server.db.Db;
import hymio.server.tally.Recount;
import hymio.simulation.Stored.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What must hold, whatever happened. */
final class Invariants {
    private static final long PATIENCE_MILLIS = TimeUnit.DAYS.toMillis(2);

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
        world.terminals()
                .forEach(terminal -> terminal.running().ifPresent(app -> {
                    nothingWaits(terminal, app.outbox());
                    settledGo(terminal);
                    unitIsKnown(terminal);
                }));
        List<Row> rows = Stored.responses(db);
        Answers answers = new Answers(world, rows, Stored.conflicts(db));
        answers.check();
        gapsAreKnown(rows, answers.gone());
    }

    private void nothingWaits(SimTerminal terminal, Outbox outbox) {
        if (outbox.pending() > 0) {
            world.violated("responses still wait", outbox.pending() + " at " + terminal.name());
        }
        if (outbox.aside() > 0 && !terminal.copied()) {
            world.violated("responses were refused", outbox.aside() + " at " + terminal.name());
        }
    }

    /** So the outbox does not grow for ever. */
    private void settledGo(SimTerminal terminal) {
        long oldest = world.agenda().millis() - TimeUnit.DAYS.toMillis(KioskProcess.KEEP_DAYS) - PATIENCE_MILLIS;
        long old = Cards.rows(terminal.folder()).stream()
                .filter(it -> it.settledBefore(oldest))
                .count();
        if (old > 0) {
            world.violated("the outbox keeps what is long settled", old + " at " + terminal.name());
        }
    }

    private void unitIsKnown(SimTerminal terminal) {
        List<String> known =
                terminal.terminalId().map(world.server().process()::units).orElse(List.of());
        if (!known.isEmpty()
                && !known.contains(terminal.unit())
                && !terminal.unit().isEmpty()) {
            world.violated("the server does not know the machine", terminal.name());
        }
    }

    /** The server knows how far each journal goes, and so which numbers are missing. */
    private void gapsAreKnown(List<Row> rows, Map<UUID, Long> gone) {
        Map<UUID, Long> held = new HashMap<>(gone);
        rows.forEach(row -> held.merge(row.journal(), 1L, Long::sum));
        Map<UUID, Long> last = new HashMap<>();
        Stored.journals(db).forEach(it -> last.put(it.journal(), it.last()));
        for (SimTerminal terminal : world.terminals()) {
            for (Outbox.Journal journal :
                    terminal.running().map(app -> app.outbox().journals()).orElse(List.of())) {
                if (last.getOrDefault(journal.id(), 0L) < journal.last()) {
                    world.violated(
                            "a gap that the server does not know", terminal.name() + " gave number " + journal.last());
                }
                if (held.getOrDefault(journal.id(), 0L) < journal.last() && !terminal.copied()) {
                    world.violated("numbers are missing", "of " + terminal.name());
                }
            }
        }
    }
}

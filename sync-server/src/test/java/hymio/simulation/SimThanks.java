package hymio.simulation;

import hymio.kiosk.StoreResponse;
import hymio.kiosk.visit.Entry;
import hymio.kiosk.visit.VisitEvent;
import hymio.simulation.Totals.Count;
import java.util.UUID;

/** What one terminal stores, and what its visitors are told of it. */
final class SimThanks {
    private final World world;
    private final SimTerminal terminal;
    /** A visit goes on in the journal in which it began. */
    private UUID visitJournal = new UUID(0, 0);

    SimThanks(World world, SimTerminal terminal) {
        this.world = world;
        this.terminal = terminal;
    }

    /** The visit's way to the outbox, with death at any point of it. */
    VisitEvent store(Entry entry, StoreResponse real) {
        world.totals().add(Count.PRESSES, 1);
        Truth.Attempt attempt =
                world.truth().attempt(terminal.name(), entry, terminal.clock().trueMillis(entry.time()));
        if (entry.visit() == 0) {
            visitJournal = real.outbox().journal();
        }
        VisitEvent outcome = terminal.torn(() -> world.bug().store(entry, real, terminal));
        switch (outcome) {
            case VisitEvent.Stored stored -> thanked(attempt, entry, stored.number());
            default -> sorry(attempt, real);
        }
        return outcome;
    }

    private void sorry(Truth.Attempt attempt, StoreResponse real) {
        world.totals().add(Count.SORRY, 1);
        attempt.fate = Truth.Fate.SORRY;
        if (!real.health().problems().contains("disk-full")) {
            world.violated("no alarm", terminal.name() + " could not store a response and says nothing of its disk");
        }
    }

    private void thanked(Truth.Attempt attempt, Entry entry, long number) {
        world.totals().add(Count.THANKED, 1);
        world.totals().add(Count.UNDONE, entry.extra().takesBack() > 0 ? 1 : 0);
        world.totals().add(Count.MISUSE, entry.extra().misuse() > 0 ? 1 : 0);
        world.tell(
                terminal.name(),
                "thanked for number " + number + ": " + attempt.content.question() + " option "
                        + attempt.content.option());
        if (!world.truth().thanked(attempt, new Truth.Written(visitJournal, number))) {
            world.violated("a number given twice", terminal.name() + " gave number " + number);
        }
    }
}

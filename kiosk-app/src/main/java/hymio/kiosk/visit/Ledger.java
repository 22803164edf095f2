package hymio.kiosk.visit;

import hymio.wire.PressTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this visitor has given, so that it can share a visit number and be taken back.
 *
 * @param number of the visit: that of its first response, 0 before it
 * @param given stored, counted and not taken back; the vote first
 * @param waiting to be committed, oldest first; the outbox has been asked for the first of them
 * @param leaving whether the visit ends when nothing waits any more
 * @param time when something was last chosen; what is stored when the visitor has left bears it
 * @param pin digits typed towards the staff menu
 */
record Ledger(
        long number, List<Given> given, List<Waiting> waiting, boolean leaving, Optional<PressTime> time, String pin) {
    static final Ledger EMPTY = new Ledger(0, List.of(), List.of(), false, Optional.empty(), "");

    Ledger {
        given = List.copyOf(given);
        waiting = List.copyOf(waiting);
    }

    /** @param number of the stored response */
    record Given(long number, Entry entry) {}

    /** @param begins whether it is the first response of a visit */
    record Waiting(Entry entry, boolean begins) {}

    /** A new visitor; what waits still does. */
    Ledger newcomer() {
        return new Ledger(number, given, waiting, false, Optional.empty(), "");
    }

    Ledger asked(List<Waiting> more) {
        List<Waiting> all = new ArrayList<>(waiting);
        all.addAll(more);
        return new Ledger(number, given, all, leaving, time, pin);
    }

    /** The oldest that waits, as the outbox shall hold it: by now the number of its visit is known. */
    Optional<Entry> next() {
        return waiting.stream()
                .findFirst()
                .map(it -> it.begins() ? it.entry() : it.entry().visit(number));
    }

    /** The oldest that waited is committed under this number. */
    Ledger stored(long stored) {
        Waiting done = waiting.getFirst();
        Entry entry = done.entry();
        List<Given> now = new ArrayList<>(done.begins() ? List.of() : given);
        if (entry.extra().takesBack() > 0) {
            now.removeIf(it -> it.number() == entry.extra().takesBack());
        } else if (entry.extra().misuse() == 0) {
            now.add(new Given(stored, entry));
        }
        long visit = done.begins() || number == 0 ? stored : number;
        return new Ledger(visit, now, waiting.subList(1, waiting.size()), leaving, time, pin);
    }

    /** The oldest that waited cannot be committed; nor is the rest of the same visit tried. */
    Ledger failed() {
        boolean began = waiting.getFirst().begins();
        List<Waiting> others =
                waiting.stream().skip(1).dropWhile(it -> !it.begins()).toList();
        return new Ledger(began ? 0 : number, began ? List.of() : given, others, leaving, time, pin);
    }

    Ledger leave() {
        return new Ledger(number, given, waiting, true, time, pin);
    }

    Ledger at(PressTime touch) {
        return new Ledger(number, given, waiting, leaving, Optional.of(touch), pin);
    }

    Ledger pin(String digits) {
        return new Ledger(number, given, waiting, leaving, time, digits);
    }

    boolean storing() {
        return !waiting.isEmpty();
    }

    @Override
    public String toString() {
        return "Ledger[visit " + number + "]"; // comments and PIN must not end in a log
    }
}

package hymio.kiosk.visit;

import hymio.kiosk.visit.VisitEvent.NewConfig;
import hymio.wire.Behaviour;
import hymio.wire.MisuseRule;
import hymio.wire.PressTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a visit knows between two events.
 *
 * @param shown what is on the screen
 * @param touchedMillis uptime when somebody last did something
 * @param ledger what this visitor has given
 * @param terminal what outlives the visitor
 */
public record Visit(VisitState shown, long touchedMillis, Ledger ledger, Terminal terminal) {
    Visit show(VisitState state) {
        return new Visit(state, touchedMillis, ledger, terminal);
    }

    Visit touched(long uptimeMillis) {
        return new Visit(shown, uptimeMillis, ledger, terminal);
    }

    Visit ledger(Ledger now) {
        return new Visit(shown, touchedMillis, now, terminal);
    }

    Visit terminal(Terminal now) {
        return new Visit(shown, touchedMillis, ledger, now);
    }

    /** Volume for this visitor now, percent. */
    int volumePercent() {
        int steps = shown.comfort().louder() * Comfort.STEP_PERCENT;
        return Math.clamp(terminal.behaviour().volumePercent() + steps, 0, 100);
    }

    /**
     * What this visitor has given, so that it can share a visit number and be taken back.
     *
     * @param number of the visit: that of its first response, 0 before it
     * @param given stored, counted and not taken back
     * @param waiting entries whose commit was asked for, oldest first
     * @param leaving whether the visit ends when nothing waits any more
     * @param time of the last touch; entries that are stored when the visitor has left bear it
     * @param pin digits typed towards the staff menu
     */
    record Ledger(
            long number,
            List<Given> given,
            List<Entry> waiting,
            boolean leaving,
            Optional<PressTime> time,
            String pin) {
        static final Ledger EMPTY = new Ledger(0, List.of(), List.of(), false, Optional.empty(), "");

        Ledger {
            given = List.copyOf(given);
            waiting = List.copyOf(waiting);
        }

        /** These were asked to be committed. */
        Ledger asked(List<Entry> entries) {
            List<Entry> all = new ArrayList<>(waiting);
            all.addAll(entries);
            return new Ledger(number, given, all, leaving, time, pin);
        }

        /** The oldest that waited is committed under this number. */
        Ledger stored(long stored) {
            Entry entry = waiting.getFirst();
            List<Given> now = new ArrayList<>(given);
            if (entry.extra().takesBack() > 0) {
                now.removeIf(it -> it.number() == entry.extra().takesBack());
            } else if (entry.extra().misuse() == 0) {
                now.add(new Given(stored, entry));
            }
            List<Entry> rest = waiting.subList(1, waiting.size());
            return new Ledger(number == 0 ? stored : number, now, rest, leaving, time, pin);
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

        @Override
        public String toString() {
            return "Ledger[visit " + number + "]"; // comments and PIN must not end in a log
        }
    }

    /** @param number of the stored response */
    record Given(long number, Entry entry) {}

    /**
     * What outlives the visitor.
     *
     * @param next a newer config that waits for an idle moment
     * @param wokenMillis uptime of the touch that woke the screen; a press that began then does not vote
     */
    record Terminal(
            Behaviour behaviour, Optional<NewConfig> next, MisuseRule misuse, long wokenMillis, StaffLock lock) {
        /** The face that the screen may show as pressed. */
        int visible(int option) {
            return behaviour.discreet() ? VisitState.ANY_FACE : option;
        }

        Terminal next(Optional<NewConfig> config) {
            return new Terminal(behaviour, config, misuse, wokenMillis, lock);
        }

        Terminal misuse(MisuseRule now) {
            return new Terminal(behaviour, next, now, wokenMillis, lock);
        }

        Terminal woken(long uptimeMillis) {
            return new Terminal(behaviour, next, misuse, uptimeMillis, lock);
        }

        Terminal lock(StaffLock now) {
            return new Terminal(behaviour, next, misuse, wokenMillis, now);
        }
    }
}

package hymio.kiosk.visit;

import hymio.kiosk.visit.VisitEvent.NewConfig;
import hymio.wire.Behaviour;
import hymio.wire.MisuseRule;
import java.util.Optional;

/**
 * All that a visit knows between two events. Times are uptimes in milliseconds.
 *
 * @param shown what is on the screen
 * @param touchedMillis when somebody last did something
 * @param cameUpMillis when what is on the screen took the place of something else
 * @param ledger what this visitor has given
 * @param terminal what outlives the visitor
 */
public record Visit(VisitState shown, long touchedMillis, long cameUpMillis, Ledger ledger, Terminal terminal) {
    Visit show(VisitState state) {
        return new Visit(state, touchedMillis, cameUpMillis, ledger, terminal);
    }

    /** A press is dated by its edge, so it may be older than a touch that was handled before it. */
    Visit touched(long uptimeMillis) {
        return new Visit(shown, Math.max(touchedMillis, uptimeMillis), cameUpMillis, ledger, terminal);
    }

    Visit cameUp(long uptimeMillis) {
        return new Visit(shown, touchedMillis, uptimeMillis, ledger, terminal);
    }

    Visit ledger(Ledger now) {
        return new Visit(shown, touchedMillis, cameUpMillis, now, terminal);
    }

    Visit terminal(Terminal now) {
        return new Visit(shown, touchedMillis, cameUpMillis, ledger, now);
    }

    /** Volume for this visitor now, percent. */
    int volumePercent() {
        int steps = shown.comfort().louder() * Comfort.STEP_PERCENT;
        return Math.clamp(terminal.behaviour().volumePercent() + steps, 0, 100);
    }

    /** Whether a press now would begin a new burst. */
    boolean quiet(long uptimeMillis) {
        return terminal.misuse().press(uptimeMillis).counts();
    }

    /**
     * What outlives the visitor.
     *
     * @param next a newer config that waits for an idle moment
     * @param wokenMillis when a touch woke the screen or said that somebody is still there; a press that began then
     *     does nothing more
     */
    record Terminal(
            Behaviour behaviour, Optional<NewConfig> next, MisuseRule misuse, long wokenMillis, StaffLock lock) {
        /** The face that the screen may show as pressed. */
        int visible(int option) {
            return behaviour.discreet() ? VisitState.ANY_FACE : option;
        }

        Terminal next(NewConfig config) {
            return new Terminal(behaviour, Optional.of(config), misuse, wokenMillis, lock);
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

        /** The same terminal as the config that waited wants it. */
        Terminal renewed(NewConfig config) {
            return new Terminal(config.behaviour(), Optional.empty(), misuse, wokenMillis, lock.set(config.staffPin()));
        }
    }
}

package hymio.kiosk.visit;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.StaffMenu;
import java.util.List;
import java.util.Optional;

/** The way into the staff menu, and what is done there. Pure. */
final class Staff {
    private static final int LONGEST_PIN = 10;

    /** Without a PIN from the server there is no way in. */
    static Step hold(Visit visit, long now) {
        StaffLock lock = visit.terminal().lock();
        boolean idle =
                visit.shown().phase() instanceof Asking && visit.shown().over().isEmpty();
        return lock.set() && idle ? ask(visit.touched(now), false) : Step.stay(visit);
    }

    private static Step ask(Visit visit, boolean wrong) {
        return Step.show(
                visit.ledger(visit.ledger().pin("")),
                visit.shown()
                        .phase(new PinAsked(0, wrong, visit.terminal().lock().untilMillis())));
    }

    static Step digit(Visit visit, int digit) {
        String pin = visit.ledger().pin() + digit;
        return visit.shown().phase() instanceof PinAsked && pin.length() <= LONGEST_PIN
                ? typed(visit, pin)
                : Step.stay(visit);
    }

    private static Step typed(Visit visit, String pin) {
        PinAsked asked =
                new PinAsked(pin.length(), false, visit.terminal().lock().untilMillis());
        return Step.show(visit.ledger(visit.ledger().pin(pin)), visit.shown().phase(asked));
    }

    static Step act(Visit visit, Act act, long now) {
        String pin = visit.ledger().pin();
        return switch (act) {
            case PIN_ERASE -> typed(visit, pin.substring(0, Math.max(0, pin.length() - 1)));
            case PIN_ENTER ->
                pin.isEmpty() || visit.terminal().lock().locked(now)
                        ? Step.stay(visit)
                        : Step.stay(visit.ledger(visit.ledger().pin(""))).and(new VisitEffect.CheckPin(pin));
            case STAFF_BUTTONS ->
                Step.show(visit, visit.shown().phase(new ButtonTest(List.of()))).and(new VisitEffect.AskButtons(true));
            case STAFF_CARRY -> visit.shown().phase() instanceof StaffMenu menu ? carry(visit, menu) : Step.stay(visit);
            case STAFF_BACK -> Step.stay(visit).and(new VisitEffect.AskFigures());
            case STAFF_RESTART, STAFF_STOP -> end(visit, act);
            default -> Step.stay(visit);
        };
    }

    private static Step carry(Visit visit, StaffMenu menu) {
        Carrying begun = new Carrying.Writing(0, menu.figures().pending());
        return Step.show(visit, visit.shown().phase(new CarryingOut(begun))).and(new VisitEffect.CarryOut());
    }

    /** Whoever waits for the stick is still there. */
    static Step carried(Visit visit, VisitEvent.Carried carried) {
        VisitState shown = visit.shown().over(Optional.empty());
        return shown.phase() instanceof CarryingOut
                ? Step.show(visit.touched(carried.atMillis()), shown.phase(new CarryingOut(carried.carrying())))
                : Step.stay(visit);
    }

    /** Chosen once it is asked for a second word: a hall without its terminal is no place for a slip of the finger. */
    private static Step end(Visit visit, Act act) {
        if (!(visit.shown().phase() instanceof StaffMenu menu)) {
            return Step.stay(visit);
        }
        return menu.ending().equals(Optional.of(act))
                ? Step.stay(visit).and(new VisitEffect.Leave(act == Act.STAFF_RESTART))
                : Step.show(visit, visit.shown().phase(new StaffMenu(menu.figures(), Optional.of(act))));
    }

    static Step checked(Visit visit, VisitEvent.PinChecked checked) {
        if (!(visit.shown().phase() instanceof PinAsked)) {
            return Step.stay(visit);
        }
        StaffLock lock = visit.terminal().lock();
        if (checked.right()) {
            return Step.stay(visit.terminal(visit.terminal().lock(lock.opened())))
                    .and(new VisitEffect.AskFigures());
        }
        return ask(visit.terminal(visit.terminal().lock(lock.failed(checked.atMillis()))), true);
    }

    static Step figures(Visit visit, StaffFigures figures) {
        return switch (visit.shown().phase()) {
            case PinAsked unused -> menu(visit, figures);
            case StaffMenu unused -> menu(visit, figures);
            case ButtonTest unused -> menu(visit, figures);
            case CarryingOut unused -> menu(visit, figures);
            default -> Step.stay(visit);
        };
    }

    private static Step menu(Visit visit, StaffFigures figures) {
        VisitState shown = visit.shown().over(Optional.empty());
        return Step.show(visit, shown.phase(new StaffMenu(figures)));
    }

    static Step buttons(Visit visit, List<StaffFigures.Button> buttons) {
        ButtonTest test = new ButtonTest(buttons);
        return visit.shown().phase() instanceof ButtonTest before && !before.equals(test)
                ? Step.show(visit, visit.shown().phase(test))
                : Step.stay(visit);
    }

    private Staff() {}
}

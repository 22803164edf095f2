package hymio.simulation;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitEvent;
import hymio.kiosk.visit.VisitState;
import hymio.wire.Question;
import java.util.concurrent.TimeUnit;

/** People who come to one terminal: how many, when, and what their hands do. */
final class SimVisitors {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long OPENS = TimeUnit.HOURS.toMillis(7);
    private static final long CLOSES = TimeUnit.HOURS.toMillis(20);
    private static final int MOST_A_DAY = 40;
    private static final int MOST_STEPS = 6;

    private final World world;
    private final SimTerminal terminal;
    private final Chance chance;
    private int left;

    SimVisitors(World world, SimTerminal terminal) {
        this.world = world;
        this.terminal = terminal;
        chance = new Chance(world.plan().seed(), terminal.name() + " visitors");
        left = world.plan().visits();
    }

    void begin() {
        world.agenda().at(world.agenda().millis() / DAY * DAY + DAY, this::day);
    }

    /** Nobody comes on some days, a few on most, up to forty on some. */
    private void day() {
        if (world.calm()) {
            return;
        }
        int visits = chance.hit(0.5) ? 0 : (int) Math.round(MOST_A_DAY * chance.skewed(9));
        long midnight = world.agenda().millis();
        for (int i = 0; i < visits; i++) {
            world.agenda().at(midnight + chance.between(OPENS, CLOSES), this::comes);
        }
        world.agenda().at(midnight + DAY, this::day);
    }

    private void comes() {
        if (left > 0 && !world.calm() && terminal.running().isPresent()) {
            left--;
            world.totals().add(Totals.Count.VISITS, 1);
            terminal.clockLooks();
            if (chance.hit(0.03)) {
                drum();
            } else {
                visit();
            }
            leave();
        }
    }

    private void visit() {
        press();
        for (int i = 0; i < MOST_STEPS && terminal.running().isPresent(); i++) {
            world.agenda().pass(chance.between(700, 4_000));
            if (chance.hit(0.02)) {
                terminal.syncNow();
            }
            if (!goesOn()) {
                return;
            }
        }
    }

    /** A child who drums: it counts once. */
    private void drum() {
        for (int i = chance.number(2, 6); i > 0; i--) {
            press();
            world.agenda().pass(chance.between(200, 900));
        }
    }

    private void press() {
        tell(new VisitEvent.Pressed(
                new Press(chance.number(1, 4), terminal.clock().now(), Press.Source.KEY)));
    }

    /** What the visitor does with what the screen shows; false when nothing any more. */
    private boolean goesOn() {
        VisitState shown = terminal.running().map(KioskProcess::shown).orElse(null);
        if (shown == null || chance.hit(0.05)) {
            return false;
        }
        return switch (shown.phase()) {
            case VisitState.Choosing choosing -> {
                choose(shown.question(), choosing);
                yield true;
            }
            case VisitState.Writing writing -> {
                write(writing);
                yield true;
            }
            case VisitState.Reviewing unused -> {
                touch(new Control.Simple(Act.SEND));
                yield true;
            }
            case VisitState.Thanking unused -> {
                if (shown.undo().isPresent() && chance.hit(0.05)) {
                    touch(new Control.Simple(Act.UNDO));
                }
                yield false;
            }
            default -> false;
        };
    }

    private void choose(Question question, VisitState.Choosing choosing) {
        if (chance.hit(0.1)) {
            touch(new Control.Simple(chance.hit(0.5) && shownUndo() ? Act.UNDO : Act.SKIP));
            return;
        }
        if (question.kind() == Question.Kind.CHOICES && choosing.chosen().size() >= 2) {
            touch(new Control.Simple(Act.DONE));
            return;
        }
        int first = question.kind() == Question.Kind.SCALE ? 0 : 1;
        touch(new Control.ChoiceOf(chance.number(first, first + 3)));
    }

    private boolean shownUndo() {
        return terminal.running().filter(it -> it.shown().undo().isPresent()).isPresent();
    }

    private void write(VisitState.Writing writing) {
        if (writing.draft().text().isEmpty()) {
            tell(new VisitEvent.Typed(
                    "Kiitos " + chance.number(1, 99), terminal.clock().now().uptimeMillis()));
        } else {
            touch(new Control.Simple(Act.SEND));
        }
    }

    private void touch(Control control) {
        tell(new VisitEvent.Touched(control, terminal.clock().now()));
    }

    /** Nobody is here any more: time does the rest. */
    private void leave() {
        for (int i = 0; i < 9; i++) {
            world.agenda().pass(chance.between(5_000, 9_000));
            terminal.running().ifPresent(it -> tell(it.tick()));
        }
    }

    private void tell(VisitEvent event) {
        if (terminal.running().isPresent()) {
            terminal.happens(event);
        }
    }
}

package hymio.kiosk;

import hymio.kiosk.press.ButtonEdge;
import hymio.kiosk.press.ButtonEvent;
import hymio.kiosk.press.ButtonLoop;
import hymio.kiosk.press.Press;
import hymio.kiosk.press.RepeatGuard;
import hymio.kiosk.screen.Hands;
import hymio.kiosk.time.TerminalClock;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitEvent;
import java.util.function.Consumer;

/**
 * What hands do, as events of the visit. Keys 1 to 5 go the way of physical buttons. A face touched again at once is a
 * trembling hand and does not count (EN 301 549 5.8); other controls, such as the keyboard's keys, are meant each time.
 */
final class KioskHands implements Hands {
    private final ButtonLoop buttons;
    private final RepeatGuard faces;
    private final TerminalClock clock;
    private final Consumer<VisitEvent> visits;

    KioskHands(ButtonLoop buttons, RepeatGuard faces, TerminalClock clock, Consumer<VisitEvent> visits) {
        this.buttons = buttons;
        this.faces = faces;
        this.clock = clock;
        this.visits = visits;
    }

    @Override
    public void touched(Control control) {
        VisitEvent.Touched touched = new VisitEvent.Touched(control, clock.now());
        boolean repeated = control instanceof Control.FaceOf face
                && !faces.passes(new Press(face.option(), touched.time(), Press.Source.TOUCH));
        if (!repeated) {
            visits.accept(touched);
        }
    }

    @Override
    public void touchedBeside() {
        visits.accept(new VisitEvent.TouchedBeside(uptimeMillis()));
    }

    @Override
    public void staffHold() {
        visits.accept(new VisitEvent.StaffHold(uptimeMillis()));
    }

    @Override
    public void key(int button, boolean down) {
        buttons.edge(new ButtonEdge(button, down, clock.now(), Press.Source.KEY));
    }

    @Override
    public void typed(String text) {
        visits.accept(new VisitEvent.Typed(text, uptimeMillis()));
    }

    /** What a button means to the visit. */
    static VisitEvent event(ButtonEvent event, TerminalClock clock) {
        return switch (event) {
            case ButtonEvent.Down it ->
                new VisitEvent.Down(it.button(), it.time().uptimeMillis());
            case ButtonEvent.Pressed it -> new VisitEvent.Pressed(it.press());
            case ButtonEvent.Held it -> new VisitEvent.Held(it.press());
            case ButtonEvent.Cancelled it ->
                new VisitEvent.Cancelled(it.button(), clock.now().uptimeMillis());
        };
    }

    private long uptimeMillis() {
        return clock.now().uptimeMillis();
    }
}

package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;

/** What shows the visit: a window, or nothing on a terminal with buttons only. Called from the visit's own thread. */
public interface VisitScreen {
    void show(VisitState state);
}

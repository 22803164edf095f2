package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.wire.Look;
import java.util.Optional;

/** What shows the visit: a window, or nothing on a terminal with buttons only. Called from the visit's own thread. */
public interface VisitScreen {
    void show(VisitState state);

    /** The town's colours and logo from the next picture on; asked for only while nobody is there. */
    default void look(Optional<Look> look) {}
}

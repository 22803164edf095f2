package hymio.kiosk.screen;

import java.util.List;
import javafx.scene.Node;

/** One picture of the visit. */
interface View {
    Node node();

    /** Exactly the controls of {@link hymio.kiosk.visit.Controls#of} this state, in the same order. */
    List<Spot> spots();
}

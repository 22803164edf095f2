package hymio.kiosk.screen;

import javafx.scene.Node;

/** One picture of the visit. */
sealed interface View permits AskingView, MessageView {
    Node node();

    /** A finger came down here; pixels from the top left. */
    void touched(double x, double y);
}

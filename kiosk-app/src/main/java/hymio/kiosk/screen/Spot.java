package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import javafx.geometry.Rectangle2D;

/**
 * Where a finger presses a control.
 *
 * @param target pixels of the frame
 */
record Spot(Control control, Rectangle2D target) {}

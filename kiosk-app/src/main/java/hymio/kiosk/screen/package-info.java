/** Draws the state of the visit with JavaFX and never decides. */
@NullMarked
package hymio.kiosk.screen;

import org.jspecify.annotations.NullMarked;

/** Turns what a hand does (GPIO edge, key, touch) into a timed press, once. */
@NullMarked
package hymio.kiosk.press;

import org.jspecify.annotations.NullMarked;

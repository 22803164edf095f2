/** Turns what a hand does (GPIO edge, key, touch) into a timed press, once, and tells it from a hold or a fault. */
@NullMarked
package hymio.kiosk.press;

import org.jspecify.annotations.NullMarked;

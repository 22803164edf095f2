/** Buttons on GPIO lines: edges of the kernel's gpiochip device become presses, through Pi4J. */
@NullMarked
package hymio.kiosk.press.gpio;

import org.jspecify.annotations.NullMarked;

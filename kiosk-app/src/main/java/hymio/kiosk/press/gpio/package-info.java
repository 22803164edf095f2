/** Buttons, lights and buzzer on GPIO lines of the kernel's gpiochip device, through Pi4J. */
@NullMarked
package hymio.kiosk.press.gpio;

import org.jspecify.annotations.NullMarked;

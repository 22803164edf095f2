/** Writes the responses that wait to a USB stick, for a terminal without a network. */
@NullMarked
package hymio.kiosk.carry;

import org.jspecify.annotations.NullMarked;

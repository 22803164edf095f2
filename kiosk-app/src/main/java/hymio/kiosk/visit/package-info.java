/** The pure state machine of a visit: what a press means, when thanks are due, what is shown. */
@NullMarked
package hymio.kiosk.visit;

import org.jspecify.annotations.NullMarked;

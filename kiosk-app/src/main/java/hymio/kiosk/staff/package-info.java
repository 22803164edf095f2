/** What staff may do at the terminal itself: the PIN, the figures of their menu, and the button test. */
@NullMarked
package hymio.kiosk.staff;

import org.jspecify.annotations.NullMarked;

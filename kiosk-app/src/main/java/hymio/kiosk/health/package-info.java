/** What the terminal says about itself in its heartbeat. */
@NullMarked
package hymio.kiosk.health;

import org.jspecify.annotations.NullMarked;

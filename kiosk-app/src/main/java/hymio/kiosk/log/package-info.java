/** How the terminal writes its log. */
@NullMarked
package hymio.kiosk.log;

import org.jspecify.annotations.NullMarked;

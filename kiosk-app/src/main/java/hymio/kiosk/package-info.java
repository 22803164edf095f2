/** The terminal's app: wiring only; each feature has its own package. */
@NullMarked
package hymio.kiosk;

import org.jspecify.annotations.NullMarked;

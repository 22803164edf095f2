/** The terminal measured beside its baselines: {@code ./hymio bench kiosk}. */
@NullMarked
package hymio.kiosk.bench;

import org.jspecify.annotations.NullMarked;

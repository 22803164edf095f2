/** Settings of this terminal, its data folder, its identity, and the last known good config from the server. */
@NullMarked
package hymio.kiosk.config;

import org.jspecify.annotations.NullMarked;

/** The server: wiring only; each feature has its own package. */
@NullMarked
package hymio.server;

import org.jspecify.annotations.NullMarked;

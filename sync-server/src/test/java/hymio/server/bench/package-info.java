/** The server measured beside its baselines: {@code ./hymio bench server}. */
@NullMarked
package hymio.server.bench;

import org.jspecify.annotations.NullMarked;

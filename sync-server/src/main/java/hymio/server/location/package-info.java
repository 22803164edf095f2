/** The tree of locations. */
@NullMarked
package hymio.server.location;

import org.jspecify.annotations.NullMarked;

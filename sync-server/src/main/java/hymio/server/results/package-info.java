/** Reads figures of any branch of the location tree for any period. */
@NullMarked
package hymio.server.results;

import org.jspecify.annotations.NullMarked;

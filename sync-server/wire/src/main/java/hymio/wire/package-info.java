/** What terminal and server say to each other: records, limits and the one JSON codec. */
@NullMarked
package hymio.wire;

import org.jspecify.annotations.NullMarked;

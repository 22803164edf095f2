/** The staff's pages: the read side, rendered from templates; no SQL here. */
@NullMarked
package hymio.server.staff;

import org.jspecify.annotations.NullMarked;

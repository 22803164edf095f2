/** Takes bundles: responses that were carried by hand from terminals without a network. */
@NullMarked
package hymio.server.carry;

import org.jspecify.annotations.NullMarked;

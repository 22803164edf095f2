/** Speaks the part of the wire contract that is for scripts. */
@NullMarked
package hymio.provisioning.api;

import org.jspecify.annotations.NullMarked;

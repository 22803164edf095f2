/** How the terminals of a branch look and behave, and which PIN opens their staff menu. */
@NullMarked
package hymio.server.settings;

import org.jspecify.annotations.NullMarked;

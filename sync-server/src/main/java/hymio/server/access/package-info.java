/** Who may come in: access tokens, staff accounts, passwords, sessions. */
@NullMarked
package hymio.server.access;

import org.jspecify.annotations.NullMarked;

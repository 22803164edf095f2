/** Terminals: enrolment by one-time codes, secrets, assignment to locations, heartbeat. */
@NullMarked
package hymio.server.terminal;

import org.jspecify.annotations.NullMarked;

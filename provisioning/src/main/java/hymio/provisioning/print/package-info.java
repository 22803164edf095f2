/** Turns data into plain text that lines up and cannot disturb a console. */
@NullMarked
package hymio.provisioning.print;

import org.jspecify.annotations.NullMarked;

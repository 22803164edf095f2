/** The few system calls that the JDK does not offer; the only place that leaves Java. */
@NullMarked
package hymio.kiosk.kernel;

import org.jspecify.annotations.NullMarked;

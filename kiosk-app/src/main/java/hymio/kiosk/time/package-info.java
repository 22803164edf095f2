/** Reads the kernel's clocks: uptime that never jumps, the wall clock, and whether that may be trusted. */
@NullMarked
package hymio.kiosk.time;

import org.jspecify.annotations.NullMarked;

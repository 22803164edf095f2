/** What the terminal lets people hear: speech and short sounds, one at a time, by programs of the system. */
@NullMarked
package hymio.kiosk.sound;

import org.jspecify.annotations.NullMarked;

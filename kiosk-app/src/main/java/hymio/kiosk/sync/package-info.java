/** Sends the outbox to the server at its own pace and settles what the server's receipt names. */
@NullMarked
package hymio.kiosk.sync;

import org.jspecify.annotations.NullMarked;

/** Keeps every response durably in SQLite until the server holds it; knows no network and no screen. */
@NullMarked
package hymio.kiosk.outbox;

import org.jspecify.annotations.NullMarked;

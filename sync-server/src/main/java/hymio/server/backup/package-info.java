/** Copies of a server's SQLite database: made while it runs, proved, and put back. */
@NullMarked
package hymio.server.backup;

import org.jspecify.annotations.NullMarked;

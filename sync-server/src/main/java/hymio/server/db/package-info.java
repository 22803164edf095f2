/** The database: one writer at a time, many readers, migrations, and the lock on the data folder. */
@NullMarked
package hymio.server.db;

import org.jspecify.annotations.NullMarked;

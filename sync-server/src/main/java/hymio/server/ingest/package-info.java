/** Takes batches: compares, inserts, tallies and commits before it answers. */
@NullMarked
package hymio.server.ingest;

import org.jspecify.annotations.NullMarked;

/**
 * Counts of responses by location, terminal, question, local hour and local day, and how complete they are; moves in
 * the transaction of the ingest.
 */
@NullMarked
package hymio.server.tally;

import org.jspecify.annotations.NullMarked;

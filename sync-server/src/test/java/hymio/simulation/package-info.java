/**
 * Years of terminals and a server in minutes: production code under a simulated clock, network and power, with faults
 * drawn from a seed, so that every failure can be replayed bit for bit.
 */
@NullMarked
package hymio.simulation;

import org.jspecify.annotations.NullMarked;

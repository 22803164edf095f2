/** Shows the whole of Hymiö at work: a sample town, real programs, simulated visitors, and a check of every number. */
@NullMarked
package hymio.provisioning.demo;

import org.jspecify.annotations.NullMarked;

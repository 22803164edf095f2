/** What a monitoring system asks of a running server, in the text format of Prometheus. */
@NullMarked
package hymio.server.metrics;

import org.jspecify.annotations.NullMarked;

/** The audit log: every change, by whom and when, written in the same transaction as the change. */
@NullMarked
package hymio.server.audit;

import org.jspecify.annotations.NullMarked;

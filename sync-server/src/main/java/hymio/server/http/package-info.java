/** What all routes share: bounded bodies, problems (RFC 9457), security headers, form protection. */
@NullMarked
package hymio.server.http;

import org.jspecify.annotations.NullMarked;

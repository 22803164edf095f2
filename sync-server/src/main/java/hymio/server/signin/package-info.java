/** Staff come in and go out: the first administrator's set-up link, sign-in, sign-out. */
@NullMarked
package hymio.server.signin;

import org.jspecify.annotations.NullMarked;

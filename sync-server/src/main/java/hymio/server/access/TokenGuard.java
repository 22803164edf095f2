package hymio.server.access;

import hymio.server.http.Bearer;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Lets in only who has an access token. */
public final class TokenGuard {
    private final TokenStore tokens;

    public TokenGuard(TokenStore tokens) {
        this.tokens = tokens;
    }

    /** The handler, reached only with {@code Authorization: Bearer <access token>}. */
    public Handler script(Handler inner) {
        return ctx -> {
            check(ctx);
            inner.handle(ctx);
        };
    }

    private void check(Context ctx) {
        String token = Bearer.of(ctx);
        if (tokens.find(token).isEmpty()) {
            throw new ProblemException(
                    ProblemWord.NOT_SIGNED_IN,
                    "This access token is not known. Make one with: ./hymio admin --data DIR token create NAME");
        }
    }
}

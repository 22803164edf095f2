package hymio.server.access;

import hymio.server.http.Bearer;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import io.javalin.http.Context;

/** Knows scripts by their access token. Thread-safe. */
public final class TokenGuard {
    private final TokenStore tokens;

    public TokenGuard(TokenStore tokens) {
        this.tokens = tokens;
    }

    /**
     * Whose {@code Authorization: Bearer <access token>} it is.
     *
     * @throws ProblemException 401 when there is none, or it is not known (any more)
     */
    TokenStore.Token check(Context ctx) {
        return tokens.find(Bearer.of(ctx))
                .orElseThrow(() -> new ProblemException(
                        ProblemWord.NOT_SIGNED_IN,
                        "This access token is not known. Make one with: ./hymio admin --data DIR tokens add NAME"));
    }
}

package hymio.server.http;

import hymio.server.db.StorageFault;
import hymio.wire.Problem;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request early into a problem answer (RFC 9457). */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    public static final int BUSY_SECONDS = 5;
    private static final int STORAGE_SECONDS = 60;
    /** Another database server stands in for a lost one within this time. */
    private static final int AWAY_SECONDS = 15;

    private final WireCodec codec;

    public Problems(WireCodec codec) {
        this.codec = codec;
    }

    public void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofStatus(e.getStatus(), ctx)));
        routes.exception(Exception.class, (e, ctx) -> answer(ctx, ofFailure(e, ctx)));
    }

    /** Ends a request with full or failing storage, a fault, or a busy database, and logs it once. */
    private static ProblemException ofFailure(Exception e, Context ctx) {
        Optional<StorageFault> storage = StorageFault.of(e);
        if (storage.isEmpty()) {
            LOG.error("{} {} failed; nothing of it was kept. Please report this.", ctx.method(), ctx.path(), e);
            return new ProblemException(
                    ProblemWord.FAULT, "The server failed; nothing of this request was kept. Its log says more.");
        }
        return switch (storage.get()) {
            case BUSY -> busy();
            case DISK -> disk(e);
            case AWAY -> away(e);
        };
    }

    private static ProblemException away(Exception e) {
        LOG.error(
                "The database does not answer; nothing is lost, terminals keep what they have. See whether it runs and"
                        + " can be reached: {}",
                StorageFault.reason(e));
        return new ProblemException(
                ProblemWord.STORAGE,
                "The database of the server does not answer; nothing of this request was kept. Try again later.",
                AWAY_SECONDS);
    }

    private static ProblemException disk(Exception e) {
        LOG.error(
                "The database cannot be written; nothing is lost, terminals keep what they have. Make room on the"
                        + " disk of the data folder, or look after the disk: {}",
                StorageFault.reason(e));
        return new ProblemException(
                ProblemWord.STORAGE,
                "The disk of the server is full or failing; nothing of this request was kept. Try again later.",
                STORAGE_SECONDS);
    }

    /** The server has more to do than it can take. */
    public static ProblemException busy() {
        return new ProblemException(
                ProblemWord.BUSY, "The server is busy; nothing of this request was kept. Try again.", BUSY_SECONDS);
    }

    private static ProblemException ofStatus(int status, Context ctx) {
        return switch (status) {
            case 404 ->
                new ProblemException(
                        ProblemWord.NOT_FOUND, "There is nothing at " + ctx.path() + ". See /api/openapi.json.");
            case 405 ->
                new ProblemException(
                        ProblemWord.METHOD, ctx.path() + " does not know " + ctx.method() + ". See /api/openapi.json.");
            case 413 -> new ProblemException(ProblemWord.TOO_LARGE, "The body is too large.");
            default ->
                new ProblemException(
                        status < 500 ? ProblemWord.BAD_MESSAGE : ProblemWord.FAULT, "HTTP status " + status + ".");
        };
    }

    private void answer(Context ctx, ProblemException e) {
        ProblemWord word = e.word();
        if (e.retryAfterSeconds() > 0) {
            ctx.header("Retry-After", String.valueOf(e.retryAfterSeconds()));
        }
        if (word == ProblemWord.NOT_SIGNED_IN) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        Problem problem = Problem.of(word.word(), word.status(), word.title(), String.valueOf(e.getMessage()));
        ctx.status(word.status()).result(codec.write(problem)).contentType(Wire.PROBLEM_JSON);
    }
}

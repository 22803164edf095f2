package hymio.server.http;

import hymio.server.db.Db;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * {@code GET /healthz}: well only if the database answers. {@code GET /readyz}: fit for new requests, so also that
 * batches are stored; a load balancer leaves out who is not.
 */
public final class HealthApi {
    private final Db db;
    private final BooleanSupplier storing;
    private final Json json;

    /** @param storing whether batches are still taken */
    public HealthApi(Db db, BooleanSupplier storing, Json json) {
        this.db = db;
        this.storing = storing;
        this.json = json;
    }

    public void ready(Context ctx) {
        if (!storing.getAsBoolean()) {
            throw new ProblemException(ProblemWord.BUSY, "The server is ending. Ask another one, or again in a while.");
        }
        health(ctx);
    }

    public void health(Context ctx) {
        try {
            db.<Long, RuntimeException>read(handle -> handle.createQuery("select count(*) from location")
                    .mapTo(Long.class)
                    .one());
        } catch (RuntimeException e) {
            throw new ProblemException(
                    ProblemWord.STORAGE,
                    "The database does not answer (" + e.getMessage() + "). See the server's log.");
        }
        json.answer(ctx, 200, Map.of("status", "ok"));
    }
}

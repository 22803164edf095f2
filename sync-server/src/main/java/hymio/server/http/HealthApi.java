package hymio.server.http;

import hymio.server.db.Db;
import io.javalin.http.Context;
import java.util.Map;

/** {@code GET /healthz}: well only if the database answers. */
public final class HealthApi {
    private final Db db;
    private final Json json;

    public HealthApi(Db db, Json json) {
        this.db = db;
        this.json = json;
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

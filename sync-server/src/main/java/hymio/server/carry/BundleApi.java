package hymio.server.carry;

import hymio.server.access.Permit;
import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.server.http.Problems;
import io.javalin.http.Context;
import java.io.IOException;

/** {@code POST /api/v1/bundles}: answers with what was stored, only after the commit. */
public final class BundleApi {
    private final TakeBundle takeBundle;
    private final Json json;

    public BundleApi(TakeBundle takeBundle, Json json) {
        this.takeBundle = takeBundle;
        this.json = json;
    }

    public void take(Context ctx) throws IOException, InterruptedException {
        switch (takeBundle.take(Json.octets(ctx), Permit.of(ctx))) {
            case BundleOutcome.Taken taken -> json.answer(ctx, 200, taken.receipt());
            case BundleOutcome.Refused refused -> throw problem(refused);
        }
    }

    private static ProblemException problem(BundleOutcome.Refused refused) {
        ProblemWord word = refused.reason().problem();
        return word == ProblemWord.BUSY
                ? new ProblemException(word, refused.detail(), Problems.BUSY_SECONDS)
                : new ProblemException(word, refused.detail());
    }
}

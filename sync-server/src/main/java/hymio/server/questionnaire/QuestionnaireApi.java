package hymio.server.questionnaire;

import hymio.server.access.Permit;
import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.server.terminal.Terminal;
import hymio.wire.Publication;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/questionnaires} and {@code /api/v1/config}. */
public final class QuestionnaireApi {
    private final QuestionnaireStore questionnaires;
    private final ConfigStore configs;
    private final Json json;

    public QuestionnaireApi(QuestionnaireStore questionnaires, ConfigStore configs, Json json) {
        this.questionnaires = questionnaires;
        this.configs = configs;
        this.json = json;
    }

    public void publish(Context ctx) throws IOException {
        Publication publication = json.read(ctx, Publication.class);
        Permit permit = Permit.of(ctx);
        permit.require(publication.location());
        switch (questionnaires.publish(publication, permit.by())) {
            case QuestionnaireStore.Outcome.Published unused -> json.answer(ctx, 201, publication);
            case QuestionnaireStore.Outcome.NoLocation unused ->
                throw ProblemException.noLocation(publication.location());
            case QuestionnaireStore.Outcome.Other other ->
                throw new ProblemException(
                        ProblemWord.EXISTS,
                        other.key() + " was published with other content. What is published never changes: raise its"
                                + " version.");
        }
    }

    public void config(Context ctx, Terminal terminal) {
        String version = configs.version(terminal);
        ctx.header("ETag", "\"" + version + "\"");
        if (matches(ctx.header("If-None-Match"), version)) {
            ctx.status(304);
        } else {
            json.answer(ctx, 200, configs.config(terminal));
        }
    }

    /** RFC 9110, 13.1.2: a list of quoted tags, weak or not, or a star. */
    private static boolean matches(@Nullable String ifNoneMatch, String version) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + version + "\""));
    }
}

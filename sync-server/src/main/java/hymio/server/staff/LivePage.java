package hymio.server.staff;

import gg.jte.Content;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page whose figures renew themselves: the browser asks every two seconds with the hash of what it shows, and is sent
 * the middle part only when that has changed. Thread-safe.
 */
final class LivePage {
    private static final String SEEN = "seen";

    private final Templates templates;
    private final Assets assets;
    private final Function<Context, String> csrf;
    private final Function<Context, Middle> reader;

    /**
     * The part that renews itself.
     *
     * @param path address of the page
     * @param summary one sentence for a screen reader
     */
    record Middle(String title, String path, String summary, String template, Object view) {}

    /** @param csrf hidden value of the sign-out form */
    LivePage(Templates templates, Assets assets, Function<Context, String> csrf, Function<Context, Middle> reader) {
        this.templates = templates;
        this.assets = assets;
        this.csrf = csrf;
        this.reader = reader;
    }

    /** The whole page, or with {@code ?seen=HASH} its middle part, or 204 when that is what the browser shows. */
    void show(Context ctx) {
        Words words = new Words(Language.of(ctx));
        Middle middle = reader.apply(ctx);
        String content = templates.render(middle.template(), Map.of("words", words, "view", middle.view()));
        String hash = Hashes.of(content);
        ctx.header("Cache-Control", "no-store");
        String seen = ctx.queryParam(SEEN);
        if (seen == null || ctx.header("HX-Request") == null) {
            Frame frame =
                    new Frame(words, assets, middle.title(), Optional.of(csrf.apply(ctx)), Frame.LIVE, middle.path());
            ctx.html(templates.page(frame, live(middle, content, hash)));
        } else if (seen.equals(hash)) {
            ctx.status(204);
        } else {
            ctx.html(live(middle, content, hash));
        }
    }

    private String live(Middle middle, String content, String hash) {
        String address = middle.path() + (middle.path().contains("?") ? "&" : "?") + SEEN + "=" + hash;
        return templates.render("live", Map.of("address", address, "summary", middle.summary(), "content", (Content)
                out -> out.writeContent(content)));
    }
}

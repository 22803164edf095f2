package hymio.server.staff;

import hymio.server.access.Permit;
import hymio.server.carry.BundleOutcome;
import hymio.server.carry.TakeBundle;
import hymio.server.http.FormGuard;
import hymio.server.http.SentFile;
import hymio.wire.BundleReceipt;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /bundles}: brings in files that terminals wrote to a stick. Works without script, and better with it. */
public final class BundlePage {
    /** With it only the outcomes are asked for: the page's script sends file by file. */
    private static final String PART = "part";

    private static final List<String> SCRIPTS = List.of("bundles.js");

    private final Templates templates;
    private final Assets assets;
    private final FormGuard forms;
    private final TakeBundle takeBundle;

    BundlePage(Templates templates, Assets assets, FormGuard forms, TakeBundle takeBundle) {
        this.templates = templates;
        this.assets = assets;
        this.forms = forms;
        this.takeBundle = takeBundle;
    }

    /** What became of one file, in words. */
    public record Line(String file, boolean good, String text) {}

    void show(Context ctx) {
        page(ctx, "", List.of());
    }

    void take(Context ctx) throws IOException, InterruptedException {
        Words words = new Words(Language.of(ctx));
        List<Line> lines = new ArrayList<>();
        for (SentFile file : forms.files(ctx)) {
            lines.add(line(words, file.name(), takeBundle.take(file.bytes(), Permit.of(ctx))));
        }
        if (ctx.queryParam(PART) != null) {
            ctx.html(templates.render("bundle-lines", Map.of("lines", lines)));
        } else {
            page(ctx, lines.isEmpty() ? words.t("bundles.none") : "", lines);
        }
    }

    private void page(Context ctx, String alert, List<Line> lines) {
        Words words = new Words(Language.of(ctx));
        String csrf = forms.token(ctx);
        String content =
                templates.render("bundles", Map.of("words", words, "csrf", csrf, "alert", alert, "lines", lines));
        Frame frame = new Frame(words, assets, words.t("bundles.title"), Optional.of(csrf), SCRIPTS, FormGuard.FILES);
        ctx.html(templates.page(frame, content));
    }

    private static Line line(Words words, String file, BundleOutcome outcome) {
        return switch (outcome) {
            case BundleOutcome.Taken taken -> new Line(file, true, told(words, taken));
            case BundleOutcome.Refused refused ->
                new Line(file, false, words.t("bundles." + refused.reason().word()));
        };
    }

    private static String told(Words words, BundleOutcome.Taken taken) {
        BundleReceipt receipt = taken.receipt();
        return Stream.of(
                        words.t("bundles.stored", receipt.stored(), taken.name()),
                        words.t("bundles.known", receipt.known()),
                        words.t("bundles.conflicts", receipt.conflicts()),
                        words.t("bundles.left-out", receipt.refused()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

package hymio.server.staff;

import hymio.server.signin.SignInViews;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Pages without figures: signing in, setting up, and messages. Thread-safe. */
public final class StaffViews implements SignInViews {
    /** No page of this address can be shown again in another language. */
    private static final String NO_ADDRESS = "";

    private final Templates templates;
    private final Assets assets;

    StaffViews(Templates templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    @Override
    public String signIn(Locale language, String csrf, Optional<String> messageKey, String nameTyped) {
        Words words = words(language);
        String content = templates.render(
                "sign-in", Map.of("words", words, "csrf", csrf, "name", nameTyped, "message", text(words, messageKey)));
        return page(words, words.t("sign-in.title"), "/sign-in", content);
    }

    @Override
    public String setup(Locale language, String csrf, String token, Optional<String> messageKey, String nameTyped) {
        Words words = words(language);
        String content = templates.render(
                "setup",
                Map.of(
                        "words", words,
                        "csrf", csrf,
                        "token", token,
                        "name", nameTyped,
                        "message", text(words, messageKey)));
        String address = "/setup?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return page(words, words.t("setup.title"), address, content);
    }

    @Override
    public String message(Locale language, String messageKey, int status) {
        Words words = words(language);
        String title = words.t(words.has(messageKey + ".title") ? messageKey + ".title" : "message.title");
        String content = templates.render(
                "message", Map.of("words", words, "title", title, "text", words.t(messageKey), "status", status));
        return page(words, title, NO_ADDRESS, content);
    }

    private String page(Words words, String title, String address, String content) {
        return templates.page(new Frame(words, assets, title, Optional.empty(), List.of(), address), content);
    }

    private static String text(Words words, Optional<String> messageKey) {
        return messageKey.map(words::t).orElse("");
    }

    private static Words words(Locale language) {
        return new Words(Language.of(language));
    }
}

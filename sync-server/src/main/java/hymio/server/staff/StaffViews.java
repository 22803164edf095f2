package hymio.server.staff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pages without figures: signing in, setting up, and messages. Thread-safe. */
public final class StaffViews {
    private final Templates templates;
    private final Assets assets;

    StaffViews(Templates templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    /**
     * The form that posts {@code name} and {@code password} to {@code /sign-in}.
     *
     * @param lang {@code fi}, {@code sv} or {@code en}
     * @param messageKey of the bundle: what went wrong
     * @param nameTyped what was typed before
     */
    public String signIn(String lang, String csrf, Optional<String> messageKey, String nameTyped) {
        return form("sign-in", "/sign-in", lang, messageKey, Map.of("csrf", csrf, "name", nameTyped));
    }

    /** The form that posts {@code token}, {@code name}, {@code password} and {@code password2} to {@code /setup}. */
    public String setup(String lang, String csrf, String token, Optional<String> messageKey, String nameTyped) {
        return form(
                "setup",
                "/setup?token=" + token,
                lang,
                messageKey,
                Map.of("csrf", csrf, "token", token, "name", nameTyped));
    }

    /** A page that says one thing. */
    public String message(String lang, String messageKey, int status) {
        Words words = words(lang);
        String text = words.t(messageKey);
        String title = words.t(words.has(messageKey + ".title") ? messageKey + ".title" : "message.title");
        return page(
                words,
                title,
                "",
                templates.render("message", Map.of("words", words, "title", title, "text", text, "status", status)));
    }

    private String form(
            String template, String path, String lang, Optional<String> messageKey, Map<String, String> fields) {
        Words words = words(lang);
        Map<String, Object> parameters = new HashMap<>(fields);
        parameters.put("words", words);
        parameters.put("message", messageKey.map(words::t).orElse(""));
        String content = templates.render(template, parameters);
        return page(words, words.t(template + ".title"), path, content);
    }

    private String page(Words words, String title, String path, String content) {
        return templates.page(new Frame(words, assets, title, Optional.empty(), path), content);
    }

    private static Words words(String lang) {
        return new Words(Language.tagged(lang));
    }
}

package hymio.server.staff;

import hymio.server.access.SessionStore;
import hymio.server.signin.SignInMessage;
import hymio.server.signin.SignInViews;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Pages without figures: signing in, setting up, and messages. Thread-safe. */
public final class StaffViews implements SignInViews {
    /** No page of this address can be shown again in another language. */
    private static final String NO_ADDRESS = "";

    private final Templates templates;
    private final Assets assets;
    private final Supplier<ZonedDateTime> now;

    /** @param now where the town is */
    StaffViews(Templates templates, Assets assets, Supplier<ZonedDateTime> now) {
        this.templates = templates;
        this.assets = assets;
        this.now = now;
    }

    /**
     * A session in words.
     *
     * @param handle names it in the form that ends it
     */
    public record SessionRow(String handle, String browser, String began, String seen, boolean here) {}

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
        return page(words, words.t("setup.title"), setupAddress(token), content);
    }

    private static String setupAddress(String token) {
        return "/setup?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    @Override
    public String password(Locale language, String csrf, String token, Optional<String> messageKey, String name) {
        Words words = words(language);
        String content = templates.render(
                "password",
                Map.of("words", words, "csrf", csrf, "token", token, "name", name, "message", text(words, messageKey)));
        return page(words, words.t("password.title"), setupAddress(token), content);
    }

    @Override
    public String account(Locale language, String csrf, AccountView view) {
        Words words = words(language);
        ZonedDateTime moment = now.get();
        List<SessionRow> rows = view.sessions().stream()
                .map(session -> row(words, session, moment))
                .toList();
        String message = text(words, view.message().map(SignInMessage::key));
        boolean good = view.message().equals(Optional.of(SignInMessage.PASSWORD_CHANGED));
        String content = templates.render(
                "account",
                Map.of(
                        "words",
                        words,
                        "csrf",
                        csrf,
                        "name",
                        view.name(),
                        "sessions",
                        rows,
                        "alert",
                        good ? "" : message,
                        "notice",
                        good ? message : ""));
        String title = words.t("account.title");
        return templates.page(new Frame(words, assets, title, Optional.of(csrf), List.of(), "/account"), content);
    }

    private static SessionRow row(Words words, SessionStore.Session session, ZonedDateTime now) {
        return new SessionRow(
                session.handle(),
                session.browser().isEmpty() ? words.t("account.browser") : session.browser(),
                words.when(session.began(), now.toInstant(), now.getZone()),
                words.when(session.seen(), now.toInstant(), now.getZone()),
                session.here());
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

package hymio.server.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of sign-in without any dress. */
final class PlainViews implements SignInViews {
    @Override
    public String signIn(Locale language, String csrf, Optional<String> messageKey, String nameTyped) {
        return page(
                language,
                messageKey,
                "<form method=post>" + hidden("csrf", csrf) + text("name", nameTyped) + secret("password")
                        + "<button>OK</button></form>");
    }

    @Override
    public String setup(Locale language, String csrf, String token, Optional<String> messageKey, String nameTyped) {
        return page(
                language,
                messageKey,
                "<form method=post action=/setup>" + hidden("csrf", csrf) + hidden("token", token)
                        + text("name", nameTyped) + secret("password") + secret("again")
                        + "<button>OK</button></form>");
    }

    @Override
    public String password(Locale language, String csrf, String token, Optional<String> messageKey, String name) {
        return page(
                language,
                messageKey,
                "<h1>" + escaped(name) + "</h1><form method=post action=/setup>" + hidden("csrf", csrf)
                        + hidden("token", token) + secret("password") + secret("again") + "<button>OK</button></form>");
    }

    @Override
    public String account(Locale language, String csrf, AccountView view) {
        String sessions = view.sessions().stream()
                .map(it -> "<li" + (it.here() ? " class=here" : "") + ">" + it.handle() + " " + escaped(it.browser()))
                .collect(Collectors.joining());
        return page(
                language,
                view.message().map(SignInMessage::key),
                "<h1>" + escaped(view.name()) + "</h1><ul>" + sessions + "</ul>" + hidden("csrf", csrf));
    }

    @Override
    public String message(Locale language, String messageKey, int status) {
        return page(language, Optional.of(messageKey), "<b>" + status + "</b>");
    }

    private static String page(Locale language, Optional<String> messageKey, String body) {
        return "<!doctype html><html lang=" + language.getLanguage() + "><title>Hymiö</title>"
                + messageKey.map(key -> "<p role=alert>" + key + "</p>").orElse("") + body;
    }

    private static String hidden(String name, String value) {
        return "<input type=hidden name=" + name + " value=\"" + escaped(value) + "\">";
    }

    private static String text(String name, String value) {
        return "<input name=" + name + " value=\"" + escaped(value) + "\">";
    }

    private static String secret(String name) {
        return "<input type=password name=" + name + ">";
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

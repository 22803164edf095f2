package hymio.server.staff;

import hymio.server.http.LocalPath;
import hymio.server.http.Peer;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language of the staff's pages. */
public enum Language {
    FI(Locale.of("fi", "FI"), "Suomi"),
    SV(Locale.of("sv", "FI"), "Svenska"),
    EN(Locale.UK, "English");

    private static final String PARAMETER = "lang";
    private static final String COOKIE = "hymio-lang";
    private static final int YEAR_SECONDS = 31_536_000;

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code fi}, {@code sv} or {@code en}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** Finnish when the pages do not speak the language. */
    static Language of(Locale locale) {
        return find(locale.getLanguage()).orElse(FI);
    }

    /** What the reader chose, else the first of the browser's languages that is here, else Finnish. */
    public static Language of(Context ctx) {
        return find(ctx.cookie(COOKIE))
                .or(() -> accepted(ctx.header("Accept-Language")))
                .orElse(FI);
    }

    /** Keeps the choice of {@code ?lang=sv} in a cookie and leads back to the same page without it. */
    static void remember(Context ctx) {
        Optional<Language> chosen =
                ctx.method().equals(HandlerType.GET) && !ctx.path().startsWith("/api/")
                        ? find(ctx.queryParam(PARAMETER))
                        : Optional.empty();
        chosen.ifPresent(language -> {
            Cookie cookie = new Cookie(COOKIE, language.tag(), "/", YEAR_SECONDS, Peer.secure(ctx), true);
            cookie.setSameSite(SameSite.LAX);
            ctx.cookie(cookie);
            ctx.redirect(withoutChoice(ctx), HttpStatus.SEE_OTHER);
            ctx.skipRemainingHandlers();
        });
    }

    private static String withoutChoice(Context ctx) {
        String query = ctx.queryString();
        List<String> rest = Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(pair -> !pair.startsWith(PARAMETER + "="))
                .toList();
        String path = ctx.req().getRequestURI();
        return LocalPath.orHome(rest.isEmpty() ? path : path + "?" + String.join("&", rest));
    }

    private static Optional<Language> accepted(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().split("-")[0])
                    .flatMap(tag -> find(tag).stream())
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Language> find(@Nullable String tag) {
        return Stream.of(values()).filter(it -> it.tag().equals(tag)).findFirst();
    }
}

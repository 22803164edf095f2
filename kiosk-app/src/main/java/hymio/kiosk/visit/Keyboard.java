package hymio.kiosk.visit;

import java.util.List;
import java.util.Locale;

/**
 * The letters of the on-screen keyboard, in rows as on the keyboards sold in Finland. Pure.
 *
 * @param rows what each key types; capitals are made by {@link #key}
 */
public record Keyboard(List<List<String>> rows) {
    private static final Keyboard NORDIC = letters("qwertyuiopå", "asdfghjklöä", "zxcvbnm,.-");
    private static final Keyboard SAMI = letters("qwertyuiopåŋ", "asdfghjklöäđ", "zxcvbnmáčšŧž", ",.-?'");
    private static final Keyboard RUSSIAN = letters("йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю,.-");
    private static final Keyboard UKRAINIAN = letters("йцукенгшщзхї", "фівапролджєґ", "ячсмитьбю'.,");
    private static final Keyboard ARABIC = letters("ضصثقفغعهخحجد", "شسيبلاتنمكطذ", "ئءؤرىةوزظأإآ");
    private static final Keyboard SIGNS = letters("1234567890", "-/:;()&@\"+", ".,?!'%€=#*");

    public Keyboard {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The page of keys that a draft in a language shows. */
    public static Keyboard of(String language, Draft draft) {
        if (draft.signs()) {
            return SIGNS;
        }
        return switch (language) {
            case "se" -> SAMI;
            case "ru" -> RUSSIAN;
            case "uk" -> UKRAINIAN;
            case "ar" -> ARABIC;
            default -> NORDIC;
        };
    }

    /** What a key types now. */
    public static String key(String text, Draft draft) {
        return draft.shift() && !draft.signs() ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static Keyboard letters(String... rows) {
        return new Keyboard(
                List.of(rows).stream().map(row -> List.of(row.split(""))).toList());
    }
}

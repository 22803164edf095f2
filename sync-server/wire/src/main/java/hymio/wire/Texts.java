package hymio.wire;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text in several languages. Finnish, Swedish and English are always there.
 *
 * @param byLanguage language → text; soft hyphens (U+00AD) mark where a long word may break
 */
public record Texts(Map<String, String> byLanguage) {
    public Texts {
        for (String language : List.of("fi", "sv", "en")) {
            if (!byLanguage.containsKey(language)) {
                throw new BadValueException(language, "is missing: Finnish, Swedish and English are all needed");
            }
        }
        byLanguage.forEach((language, text) -> {
            if (!Limits.isLanguage(language)) {
                throw new BadValueException(language, "is no language such as fi, sv, en or fi-simple");
            }
            Check.text(language, text, Limits.TEXT);
        });
        byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    public static Texts of(String fi, String sv, String en) {
        return new Texts(Map.of("fi", fi, "sv", sv, "en", en));
    }

    /** The text in a language, else in its base language ({@code fi-simple} → {@code fi}), else in Finnish. */
    public String in(String language) {
        String exact = byLanguage.get(language);
        if (exact != null) {
            return exact;
        }
        int hyphen = language.indexOf('-');
        String base = hyphen < 0 ? null : byLanguage.get(language.substring(0, hyphen));
        return base != null ? base : String.valueOf(byLanguage.get("fi"));
    }
}

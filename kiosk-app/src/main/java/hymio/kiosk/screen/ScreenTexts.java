package hymio.kiosk.screen;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the screen itself says in one language.
 *
 * @param language one of {@link #LANGUAGES}
 */
record ScreenTexts(String language, ResourceBundle bundle) {
    /** Offered to the visitor, in this order. */
    static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    /** The texts in a language, else in its base language ({@code fi-simple} → {@code fi}), else in Finnish. */
    static ScreenTexts in(String language) {
        String base = language.replaceFirst("-.*", "");
        String known = LANGUAGES.contains(base) ? base : "fi";
        return new ScreenTexts(
                known, ResourceBundle.getBundle("hymio.kiosk.screen.messages", Locale.forLanguageTag(known)));
    }

    String anonymous() {
        return bundle.getString("anonymous");
    }

    String thanks() {
        return bundle.getString("thanks");
    }

    String thanksDetail() {
        return bundle.getString("thanks.detail");
    }

    String sorry() {
        return bundle.getString("sorry");
    }

    String sorryDetail() {
        return bundle.getString("sorry.detail");
    }

    /** What a language calls itself. */
    String nameOf(String offered) {
        return bundle.getString("language." + offered);
    }

    boolean rightToLeft() {
        return language.equals("ar");
    }

    /** A text of the bundle by its key. */
    String of(String key) {
        return bundle.getString(key);
    }
}

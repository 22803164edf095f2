package hymio.kiosk.screen;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the screen itself says in one language.
 *
 * @param language as asked for
 * @param bundles where a text is looked for, in this order
 */
record ScreenTexts(String language, List<ResourceBundle> bundles) {
    /** Everything is said in these. */
    static final List<String> COMPLETE = List.of("fi", "fi-simple", "sv", "en");

    private static final String FALLBACK = "fi";

    /** The texts in a language, else in its base language ({@code fi-simple} → {@code fi}), else in Finnish. */
    static ScreenTexts in(String language) {
        String base = language.replaceFirst("-.*", "");
        return new ScreenTexts(
                language,
                Stream.of(language, base, FALLBACK)
                        .distinct()
                        .filter(ScreenTexts::known)
                        .map(ScreenTexts::bundle)
                        .toList());
    }

    private static boolean known(String language) {
        return ScreenTexts.class.getResource(file(language) + ".properties") != null;
    }

    private static ResourceBundle bundle(String language) {
        // Not by locale: that would look into the host's own language too, and knows no "simple".
        return ResourceBundle.getBundle("hymio.kiosk.screen." + file(language), Locale.ROOT);
    }

    private static String file(String language) {
        return "messages_" + language.replace('-', '_');
    }

    /** Keys of the texts that stand in this language's own bundle. */
    Set<String> keys() {
        return bundles.getFirst().keySet();
    }

    /** A text by its key. */
    String of(String key) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseGet(bundles::getLast)
                .getString(key);
    }

    /**
     * A text by its key with these values in it; numbers are written as the language does, in the digits of buttons.
     */
    String of(String key, Object... values) {
        return new MessageFormat(of(key), locale()).format(values);
    }

    /** A whole number as the language writes it. */
    String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    private Locale locale() {
        return Locale.forLanguageTag(language.replaceFirst("-.*", "") + "-u-nu-latn");
    }

    String anonymous() {
        return of("anonymous");
    }

    String thanks() {
        return of("thanks");
    }

    String thanksDetail() {
        return of("thanks.detail");
    }

    String sorry() {
        return of("sorry");
    }

    String sorryDetail() {
        return of("sorry.detail");
    }

    /** What a language calls itself. */
    String nameOf(String offered) {
        return of("language." + offered);
    }

    boolean rightToLeft() {
        return language.equals("ar");
    }

    /** What a problem word of the heartbeat means and what to do; the word itself when this app does not know it. */
    String problem(String word) {
        String key = "staff.problem." + word;
        return bundles.getLast().containsKey(key) ? of(key) : word;
    }
}

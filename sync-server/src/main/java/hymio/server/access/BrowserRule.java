package hymio.server.access;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names a browser in two words, so that people know their sessions apart; keeps nothing else of what it says. */
final class BrowserRule {
    /** In this order, because later ones are named by earlier ones too. */
    private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");

    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux");

    /** Such as {@code Firefox, Linux}; empty when it names neither. */
    static String name(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return Stream.of(first(BROWSERS, said), first(SYSTEMS, said))
                .filter(word -> !word.isEmpty())
                .reduce((browser, system) -> browser + ", " + system)
                .orElse("");
    }

    private static String first(List<String> words, String said) {
        return words.stream()
                .filter(said::contains)
                .findFirst()
                .map(BrowserRule::spelled)
                .orElse("");
    }

    private static String spelled(String word) {
        return switch (word) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "Macintosh" -> "macOS";
            case "CrOS" -> "ChromeOS";
            default -> word;
        };
    }

    private BrowserRule() {}
}

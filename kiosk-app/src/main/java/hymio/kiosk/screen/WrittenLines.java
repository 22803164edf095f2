package hymio.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks what somebody writes into lines, letter by letter where a word is too long; keeps each space. */
final class WrittenLines {
    static List<String> of(String text, double maxWidth, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            if (!line.isEmpty() && width.applyAsDouble(line + word.stripTrailing()) > maxWidth) {
                lines.add(line.toString());
                line.setLength(0);
            }
            add(word, line, lines, maxWidth, width);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void add(
            String word, StringBuilder line, List<String> lines, double maxWidth, ToDoubleFunction<String> width) {
        for (int i = 0; i < word.length(); ) {
            int next = word.offsetByCodePoints(i, 1);
            String letter = word.substring(i, next);
            if (!line.isEmpty() && !letter.equals(" ") && width.applyAsDouble(line + letter) > maxWidth) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(letter);
            i = next;
        }
    }

    private WrittenLines() {}
}

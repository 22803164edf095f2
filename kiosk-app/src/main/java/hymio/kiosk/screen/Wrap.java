package hymio.kiosk.screen;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks text into lines: at spaces; a word wider than a line at its soft hyphens (U+00AD), where a hyphen is shown,
 * and after its hyphens; a part still too wide between letters. JavaFX itself does not know soft hyphens. Not
 * thread-safe.
 */
final class Wrap {
    /** What a line had to break at, the gentlest first. */
    enum Break {
        SPACE,
        HYPHEN,
        LETTER
    }

    /**
     * @param lines without soft hyphens
     * @param worst the harshest break among them
     */
    record Lines(List<String> lines, Break worst) {}

    private static final String SOFT_HYPHEN = "\u00AD";

    private final double maxWidth;
    private final ToDoubleFunction<String> width;
    private final List<String> lines = new ArrayList<>();
    private String line = "";
    private Break worst = Break.SPACE;

    private Wrap(double maxWidth, ToDoubleFunction<String> width) {
        this.maxWidth = maxWidth;
        this.width = width;
    }

    /** The text as one line, without its soft hyphens. */
    static String plain(String text) {
        return text.replace(SOFT_HYPHEN, "");
    }

    /** Fills each line as far as it goes. */
    static Lines greedy(String text, double maxWidth, ToDoubleFunction<String> width) {
        Wrap wrap = new Wrap(maxWidth, width);
        for (String word : text.strip().split(" +")) {
            wrap.add(word);
        }
        wrap.endLine();
        return new Lines(List.copyOf(wrap.lines), wrap.worst);
    }

    /** As {@link #greedy}, but with lines about equally long, so that no word is left alone on the last one. */
    static Lines balanced(String text, double maxWidth, ToDoubleFunction<String> width) {
        Lines best = greedy(text, maxWidth, width);
        double tooNarrow = maxWidth / best.lines.size() / 2;
        double enough = maxWidth;
        while (best.lines.size() > 1 && enough - tooNarrow > maxWidth / 64) {
            double middle = (tooNarrow + enough) / 2;
            Lines tried = greedy(text, middle, width);
            if (tried.lines.size() == best.lines.size() && tried.worst == best.worst) {
                best = tried;
                enough = middle;
            } else {
                tooNarrow = middle;
            }
        }
        return best;
    }

    private void add(String word) {
        String plain = plain(word);
        if (plain.isEmpty()) {
            return;
        }
        String longer = line.isEmpty() ? plain : line + " " + plain;
        if (fits(longer)) {
            line = longer;
            return;
        }
        endLine();
        if (fits(plain)) {
            line = plain;
        } else {
            addParts(word);
        }
    }

    private void addParts(String word) {
        for (String part : word.split("(?<=[\u00AD-])")) {
            String shown = plain(part);
            String hyphen = part.endsWith(SOFT_HYPHEN) ? "-" : "";
            if (fits(line + shown + hyphen)) {
                line += shown;
                continue;
            }
            breakInWord();
            if (fits(shown + hyphen)) {
                line = shown;
            } else {
                addLetters(shown, hyphen);
            }
        }
    }

    private void breakInWord() {
        if (!line.isEmpty()) {
            worst = worst == Break.LETTER ? worst : Break.HYPHEN;
            line = line.endsWith("-") ? line : line + "-";
            endLine();
        }
    }

    private void addLetters(String shown, String hyphen) {
        worst = Break.LETTER;
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(shown);
        int start = letters.first();
        for (int end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
            String letter = shown.substring(start, end);
            if (!fits(line + letter + hyphen)) {
                endLine();
            }
            line += letter;
            start = end;
        }
    }

    private void endLine() {
        if (!line.isEmpty()) {
            lines.add(line);
            line = "";
        }
    }

    private boolean fits(String text) {
        return width.applyAsDouble(text) <= maxWidth;
    }
}

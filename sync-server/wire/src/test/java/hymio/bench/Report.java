package hymio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows as text: a Markdown table, and a plot of each value as a share of its baseline.
 *
 * @param bench its name on the command line
 * @param rows what was measured
 * @param machine what was measured on, one sentence
 */
public record Report(String bench, List<Row> rows, String machine) {
    public String table() {
        String lines = rows.stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "| %s | %s %s | %s | %s | %s | %s |%n",
                        row.what(),
                        Row.number(row.ours()),
                        row.unit(),
                        baseline(row),
                        row.comparable() ? String.format(Locale.ROOT, "%.2f×", row.ratio()) : "–",
                        row.reach(),
                        verdict(row)))
                .collect(Collectors.joining());
        return "| what | Hymiö | baseline | ratio | to reach | |\n|---|---|---|---|---|---|\n" + lines;
    }

    private static String baseline(Row row) {
        return row.against().isEmpty() ? "–" : Row.number(row.base()) + " " + row.unit() + " (" + row.against() + ")";
    }

    private static String verdict(Row row) {
        if (row.reach() instanceof Row.Reach.None) {
            return "";
        }
        return row.reached() ? "reached" : "**missed**";
    }

    /** Puts table and plot in the place of the last ones. */
    public void write(Path docs) throws IOException {
        String first = "<!-- bench " + bench + ": written by ./hymio bench " + bench + " --write -->\n";
        String last = "<!-- bench " + bench + ": end -->\n";
        String picture = "images/performance/" + bench + ".svg";
        Path page = docs.resolve("performance.md");
        String text = Files.readString(page);
        int begin = text.indexOf(first);
        int end = text.indexOf(last);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the table: the lines " + first.strip() + " and "
                    + last.strip() + " are missing");
        }
        String mine = first + "\n" + machine + "\n\n" + table() + "\n![Shares of the baselines](" + picture + ")\n\n";
        Files.writeString(page, text.substring(0, begin) + mine + text.substring(end));
        Files.createDirectories(docs.resolve(picture).getParent());
        Files.writeString(docs.resolve(picture), plot());
    }

    /** Bars of our values, each as a share of its baseline; a mark stands at what is to be reached. */
    public String plot() {
        List<Row> shown = rows.stream().filter(Row::comparable).toList();
        int height = 70 + 44 * shown.size();
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 %d" font-family="Inter, sans-serif" font-size="16" fill="#14213D">
                <rect width="900" height="%d" fill="#FBF9F4"/>
                <text x="280" y="28" font-size="14" fill="#5B6478">share of the baseline; the mark is what is to be reached</text>
                """, height, height));
        double scale =
                560 / Math.max(1.1, shown.stream().mapToDouble(Row::ratio).max().orElse(1));
        for (int i = 0; i < shown.size(); i++) {
            svg.append(bar(shown.get(i), 48 + 44 * i, scale));
        }
        double one = 280 + scale;
        svg.append(line(one, 40, height - 24, "#5B6478", 1));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%d\" font-size=\"14\" fill=\"#5B6478\">1×</text>%n",
                one - 8,
                height - 8));
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Row row, int top, double scale) {
        double length = scale * row.ratio();
        String bar = String.format(
                Locale.ROOT,
                "<text x=\"268\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"280\" y=\"%d\" width=\"%.1f\" height=\"26\""
                        + " rx=\"4\" fill=\"#1F4FD8\"/><text x=\"%.0f\" y=\"%d\">%.2f×</text>%n",
                top + 19,
                row.what(),
                top,
                length,
                280 + length + 8,
                top + 19,
                row.ratio());
        return bar + mark(row, top, scale);
    }

    private static String mark(Row row, int top, double scale) {
        return switch (row.reach()) {
            case Row.Reach.Share share -> line(280 + scale * share.most(), top - 5, top + 31, "#14213D", 3);
            case Row.Reach.Value value ->
                line(280 + scale * value.most() / row.base(), top - 5, top + 31, "#14213D", 3);
            case Row.Reach.LeastShare share -> line(280 + scale * share.least(), top - 5, top + 31, "#14213D", 3);
            case Row.Reach.LeastValue value ->
                line(280 + scale * value.least() / row.base(), top - 5, top + 31, "#14213D", 3);
            case Row.Reach.None unused -> "";
        };
    }

    private static String line(double x, int top, int bottom, String colour, int width) {
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %d V%d\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
                Math.min(x, 896),
                top,
                bottom,
                colour,
                width);
    }
}

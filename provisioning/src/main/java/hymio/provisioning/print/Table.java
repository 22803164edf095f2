package hymio.provisioning.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text table whose columns line up, numbers to the right. Not thread-safe. */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** A column of words. */
    public static Column words(String head) {
        return new Column(head, false);
    }

    /** A column of numbers. */
    public static Column numbers(String head) {
        return new Column(head, true);
    }

    /** Adds a row with one cell for each column; a cell is shown as plain text, leading spaces kept. */
    public void row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> PlainText.of(String.valueOf(cells[i])))
                .toList());
    }

    /** The head and the rows, one a line, without spaces at line ends and without a last line end. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        StringBuilder text =
                new StringBuilder(line(columns.stream().map(Column::head).toList(), widths));
        rows.forEach(row -> text.append('\n').append(line(row, widths)));
        return text.toString();
    }

    private int width(int column) {
        int widest = rows.stream()
                .mapToInt(row -> PlainText.width(row.get(column)))
                .max()
                .orElse(0);
        return Math.max(widest, PlainText.width(columns.get(column).head()));
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> columns.get(i).fit(cells.get(i), widths[i]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    /**
     * One column.
     *
     * @param head word above it
     * @param number whether its cells stand to the right
     */
    public record Column(String head, boolean number) {
        private String fit(String cell, int width) {
            String space = " ".repeat(width - PlainText.width(cell));
            return number ? space + cell : cell + space;
        }
    }
}

package hymio.server.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** Rows as lines of PostgreSQL's {@code COPY} in its text format (manual of COPY, "Text Format"). Not thread-safe. */
final class CopyText {
    private final ResultSet row;
    private final int columns;
    private final StringBuilder line = new StringBuilder();

    CopyText(ResultSet row) throws SQLException {
        this.row = row;
        columns = row.getMetaData().getColumnCount();
    }

    /** The row where the result stands. */
    byte[] line() throws SQLException {
        line.setLength(0);
        for (int i = 1; i <= columns; i++) {
            if (i > 1) {
                line.append('\t');
            }
            add(row.getObject(i));
        }
        return line.append('\n').toString().getBytes(UTF_8);
    }

    private void add(Object value) {
        switch (value) {
            case null -> line.append("\\N");
            case byte[] bytes -> HexFormat.of().formatHex(line.append("\\\\x"), bytes);
            case Number number -> line.append(number.longValue());
            default -> escaped(value.toString());
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}

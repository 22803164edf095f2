package hymio.server.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A table as both databases have it. */
record Table(String name, List<String> columns, List<String> key) {
    private static final RowFilter AUTO =
            row -> row.getString("IS_AUTOINCREMENT").equals("YES");

    /** All that hold data, each after those that it refers to. */
    static List<Table> all(Connection sqlite) throws SQLException {
        DatabaseMetaData data = sqlite.getMetaData();
        Map<String, Set<String>> waiting = new TreeMap<>();
        for (String name : strings(data.getTables(null, null, "%", new String[] {"TABLE"}), "TABLE_NAME")) {
            if (!name.startsWith("sqlite_") && !name.equals("flyway_schema_history")) {
                Set<String> above = new TreeSet<>(strings(data.getImportedKeys(null, null, name), "PKTABLE_NAME"));
                above.remove(name); // its rows refer to rows of lower keys
                waiting.put(name, above);
            }
        }
        List<Table> tables = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.entrySet().stream()
                    .filter(it -> it.getValue().stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            waiting.remove(next);
            tables.add(new Table(
                    next,
                    strings(data.getColumns(null, null, next, "%"), "COLUMN_NAME"),
                    strings(data.getPrimaryKeys(null, null, next), "COLUMN_NAME")));
        }
        return tables;
    }

    String columnList() {
        return String.join(", ", columns);
    }

    /** In the order of the key, because rows may refer to rows before them. */
    String select() {
        String order = key.isEmpty() ? "" : " order by " + String.join(", ", key);
        return "select " + columnList() + " from " + name + order;
    }

    /** New rows get numbers above those that were copied. */
    void goOnNumbering(Connection postgres) throws SQLException {
        for (String column :
                strings(postgres.getMetaData().getColumns(null, "public", name, "%"), "COLUMN_NAME", AUTO)) {
            try (Statement statement = postgres.createStatement()) {
                statement.execute("select setval(pg_get_serial_sequence('" + name + "', '" + column + "'), max("
                        + column + ")) from " + name);
            }
        }
    }

    private static List<String> strings(ResultSet rows, String column) throws SQLException {
        return strings(rows, column, row -> true);
    }

    private static List<String> strings(ResultSet rows, String column, RowFilter wanted) throws SQLException {
        try (rows) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                if (wanted.test(rows)) {
                    strings.add(rows.getString(column));
                }
            }
            return strings;
        }
    }

    private interface RowFilter {
        boolean test(ResultSet row) throws SQLException;
    }
}

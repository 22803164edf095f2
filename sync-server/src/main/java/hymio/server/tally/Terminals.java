package hymio.server.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Terminals that are counted at once, by their numbers: all that is counted belongs to one terminal.
 *
 * @param last included
 */
public record Terminals(long first, long last) {
    /** Stretches with so many responses each, or one terminal: what is counted of them fits into memory. */
    public static List<Terminals> stretches(Connection connection, long responses) throws SQLException {
        List<Terminals> stretches = new ArrayList<>();
        long first = Long.MIN_VALUE;
        long gathered = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select t.num, coalesce(sum(j.received), 0) from terminal t"
                        + " left join journal j on j.terminal = t.num group by t.num order by t.num")) {
            while (row.next()) {
                gathered += row.getLong(2);
                if (gathered >= responses) {
                    stretches.add(new Terminals(first, row.getLong(1)));
                    first = row.getLong(1) + 1;
                    gathered = 0;
                }
            }
        }
        stretches.add(new Terminals(first, Long.MAX_VALUE));
        return stretches;
    }

    /** A query whose first two parameters bound the terminal. */
    PreparedStatement in(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setLong(1, first);
        statement.setLong(2, last);
        return statement;
    }
}

package hymio.server.terminal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes from which machine a terminal is heard, within the caller's transaction. A machine that is heard again after
 * another one has come back; a card that was moved comes back never, a copied one at every call. Not thread-safe.
 */
public final class UnitLog implements AutoCloseable {
    /** Machines remembered of one enrolment; the one not heard for longest gives way. */
    static final int KEPT = 32;

    private static final String ERA = "select e.number, coalesce((select max(u.turn) from unit u"
            + " where u.terminal = e.terminal and u.enrolment = e.number), -1)"
            + " from enrolment e where e.terminal = ? order by e.number desc limit 1";
    private static final String HEARD = "update unit set last = case when last < ? then ? else last end,"
            + " returns = case when turn < ? then returns + 1 else returns end,"
            + " returned = case when turn < ? then ? else returned end,"
            + " turn = case when turn < ? then ? else turn end where terminal = ? and enrolment = ? and unit = ?";
    private static final String NEW =
            "insert into unit (terminal, enrolment, unit, first, last, turn)" + " values (?, ?, ?, ?, ?, ?)";
    private static final String FORGET = "delete from unit where terminal = ? and enrolment = ? and turn ="
            + " (select min(turn) from unit where terminal = ? and enrolment = ?)"
            + " and (select count(*) from unit where terminal = ? and enrolment = ?) > " + KEPT;
    private static final String JOURNAL = "insert into unit_journal (terminal, enrolment, unit, source)"
            + " values (?, ?, ?, ?) on conflict do nothing";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    public UnitLog(Connection connection) {
        this.connection = connection;
    }

    /**
     * A batch came that was sent now; one that was carried by hand says nothing of the machine that stands there.
     *
     * @param source number of the journal
     * @param unit the heartbeat's word; without one nothing is noted
     */
    public void heard(long terminal, long source, Optional<String> unit, long receivedMillis) throws SQLException {
        if (unit.isEmpty()) {
            return;
        }
        Era era = era(terminal);
        heard(terminal, era, unit.get(), receivedMillis);
        prepared(JOURNAL, terminal, era.enrolment(), unit.get(), source).executeUpdate();
    }

    /**
     * A terminal's newest enrolment.
     *
     * @param top highest turn of its machines; -1 before the first is heard
     */
    private record Era(long enrolment, long top) {}

    private Era era(long terminal) throws SQLException {
        try (ResultSet row = prepared(ERA, terminal).executeQuery()) {
            row.next();
            return new Era(row.getLong(1), row.getLong(2));
        }
    }

    private void heard(long terminal, Era era, String unit, long at) throws SQLException {
        long top = era.top();
        long enrolment = era.enrolment();
        int known = prepared(HEARD, at, at, top, top, at, top, top + 1, terminal, enrolment, unit)
                .executeUpdate();
        if (known == 0) {
            prepared(NEW, terminal, enrolment, unit, at, at, top + 1).executeUpdate();
            prepared(FORGET, terminal, enrolment, terminal, enrolment, terminal, enrolment)
                    .executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}

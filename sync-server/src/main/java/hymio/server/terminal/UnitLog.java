package hymio.server.terminal;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

    private static final String ERA =
            "terminal = ?1 and enrolment = (select max(number) from enrolment where terminal = ?1)";
    private static final String TOP = "(select max(turn) from unit where " + ERA + ")";
    private static final String HEARD = "update unit set last = max(last, ?3),"
            + " returns = returns + (turn < " + TOP + "),"
            + " returned = iif(turn < " + TOP + ", ?3, returned),"
            + " turn = iif(turn < " + TOP + ", " + TOP + " + 1, turn) where " + ERA + " and unit = ?2";
    private static final String NEW = "insert into unit (terminal, enrolment, unit, first, last, turn)"
            + " select ?1, max(number), ?2, ?3, ?3, coalesce(" + TOP + " + 1, 0) from enrolment where terminal = ?1";
    private static final String FORGET = "delete from unit where " + ERA
            + " and unit = (select unit from unit where " + ERA + " order by turn limit 1)"
            + " and (select count(*) from unit where " + ERA + ") > " + KEPT;
    private static final String JOURNAL = "insert or ignore into unit_journal (terminal, enrolment, unit, source)"
            + " select ?1, max(number), ?2, ?3 from enrolment where terminal = ?1";

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
        if (run(HEARD, terminal, unit.get(), receivedMillis) == 0) {
            run(NEW, terminal, unit.get(), receivedMillis);
            run(FORGET, terminal);
        }
        run(JOURNAL, terminal, unit.get(), source);
    }

    private int run(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}

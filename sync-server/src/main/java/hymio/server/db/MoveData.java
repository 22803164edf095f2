package hymio.server.db;

import hymio.server.tally.RecountTallies;
import hymio.server.tally.Terminals;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies the data of a folder into an empty PostgreSQL and compares both: all of it in one transaction, so that a
 * failure leaves the PostgreSQL empty and the folder as it was.
 */
public final class MoveData {
    private static final int PROGRESS_ROWS = 1_000_000;
    private static final int FETCHED = 10_000;
    private static final long COUNTED_AT_ONCE = 500_000;

    private final Storage.Folder from;
    private final Storage.Postgres to;
    private final Consumer<String> progress;

    /** @param progress takes a line now and then, for a person */
    public MoveData(Storage.Folder from, Storage.Postgres to, Consumer<String> progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * When this returns, both hold the same.
     *
     * @throws DataFolderException when a server works in the folder
     * @throws DatabaseException when there is nothing to move, the target is not empty, or the copy differs
     */
    public void run() {
        if (!Files.exists(DataFolder.database(from.path()))) {
            throw new DatabaseException("There is no data in " + from.path() + ".");
        }
        try (Db source = from.open();
                Db target = to.open()) {
            source.<Boolean, SQLException>read(rows ->
                    target.<Boolean, SQLException>write(copy -> move(rows.getConnection(), copy.getConnection())));
        } catch (SQLException e) {
            throw new DatabaseException("The data could not be moved, nothing was changed: " + e.getMessage());
        }
    }

    private boolean move(Connection source, Connection target) throws SQLException {
        List<Table> tables = Table.all(source);
        for (Table table : tables) {
            refuseRows(target, table);
        }
        List<Checksum> sums = new ArrayList<>();
        for (Table table : tables) {
            sums.add(copy(source, target, table));
        }
        for (int i = 0; i < sums.size(); i++) {
            compare(target, tables.get(i), sums.get(i));
        }
        recount(target);
        return true;
    }

    private void refuseRows(Connection target, Table table) throws SQLException {
        try (Statement statement = target.createStatement();
                ResultSet row = statement.executeQuery("select exists (select 1 from " + table.name() + ")")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new DatabaseException("The database " + to + " is not empty (" + table.name()
                        + " has rows). Name a new one; nothing was changed.");
            }
        }
    }

    private Checksum copy(Connection source, Connection target, Table table) throws SQLException {
        Checksum sum = new Checksum();
        CopyIn copy = target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.name() + " (" + table.columnList() + ") from stdin");
        try (PreparedStatement select = source.prepareStatement(table.select());
                ResultSet row = select.executeQuery()) {
            CopyText text = new CopyText(row);
            while (row.next()) {
                byte[] line = text.line();
                sum.add(line);
                copy.writeToCopy(line, 0, line.length);
                tell(table.name() + ": ", sum);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        table.goOnNumbering(target);
        progress.accept(table.name() + ": " + sum.rows() + " rows copied");
        return sum;
    }

    private void compare(Connection target, Table table, Checksum sum) throws SQLException {
        Checksum arrived = new Checksum();
        try (Statement statement = target.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet row = statement.executeQuery(table.select())) {
                CopyText text = new CopyText(row);
                while (row.next()) {
                    arrived.add(text.line());
                    tell(table.name() + " compared: ", arrived);
                }
            }
        }
        if (!arrived.sameAs(sum)) {
            throw new DatabaseException("The copy of " + table.name() + " is not equal: " + sum + " there, " + arrived
                    + " here. Nothing was changed. Please report this.");
        }
        progress.accept(table.name() + ": equal, " + arrived);
    }

    private void recount(Connection target) throws SQLException {
        long found = 0;
        for (Terminals terminals : Terminals.stretches(target, COUNTED_AT_ONCE)) {
            found += new RecountTallies(target, terminals).differences().size();
        }
        if (found > 0) {
            throw new DatabaseException(found + " standing counts do not agree with the responses. Nothing was changed."
                    + " Put them right first: ./hymio admin --data " + from.path() + " recount --repair");
        }
        progress.accept("All standing counts agree with the responses.");
    }

    private void tell(String what, Checksum sum) {
        if (sum.rows() % PROGRESS_ROWS == 0) {
            progress.accept(what + sum.rows() + " rows");
        }
    }
}

package hymio.server.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections to a PostgreSQL; among several hosts, to the one that takes writes. */
record PostgresSource(Storage.Postgres storage) {
    /** Whatever the server is set to: a commit that it may forget is none. A stricter setting stays. */
    static final String NEVER_LOSE = "select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit') = 'off'";

    private static final int CONNECT_SECONDS = 5;
    /** A host that vanished without a word is noticed by then. */
    private static final int SILENT_SECONDS = 30;
    /** A program that stopped in the middle of a transaction does not hold up the others for longer. */
    private static final int STUCK_MILLIS = 60_000;

    static PostgresSource of(Storage.Postgres storage) {
        return new PostgresSource(storage);
    }

    /** For long work. */
    PGSimpleDataSource plain() {
        PostgresUrl url = storage.url();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(hosts(PostgresUrl.Host::name));
        source.setPortNumbers(
                url.hosts().stream().mapToInt(PostgresUrl.Host::port).toArray());
        source.setDatabaseName(url.database());
        source.setUser(url.user());
        storage.password().ifPresent(source::setPassword);
        source.setApplicationName("hymio");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(CONNECT_SECONDS);
        set(source, "targetServerType", "primary");
        url.settings().forEach((name, value) -> set(source, name, value));
        return source;
    }

    DataSource writing() {
        return bounded("-c default_transaction_isolation=read\\ committed");
    }

    DataSource reading() {
        return bounded("-c default_transaction_isolation=repeatable\\ read");
    }

    private DataSource bounded(String options) {
        PGSimpleDataSource source = plain();
        source.setSocketTimeout(SILENT_SECONDS);
        source.setOptions(options + " -c lock_timeout=" + Db.BUSY_MILLIS + " -c idle_in_transaction_session_timeout="
                + STUCK_MILLIS);
        return source;
    }

    /** @throws DatabaseException when it cannot be used, with what to do */
    void check() {
        try (Connection connection = plain().getConnection();
                Statement statement = connection.createStatement();
                ResultSet encoding = statement.executeQuery("show server_encoding")) {
            encoding.next();
            if (!encoding.getString(1).equals("UTF8")) {
                throw new DatabaseException("The database " + storage + " is not in UTF-8. Make a new one: createdb"
                        + " --encoding UTF8 --template template0 "
                        + storage.url().database());
            }
        } catch (SQLException e) {
            throw new DatabaseException(advice(e));
        }
    }

    private String advice(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28") || String.valueOf(failure.getMessage()).contains("password")) {
            return "The database " + storage + " does not let us in. Put the password into a file and name that with"
                    + " --database-password-file, or into ~/.pgpass; the server's own log says more.";
        }
        if (state.equals("3D000")) {
            return "There is no database " + storage + ". Make one: createdb --encoding UTF8 --owner "
                    + storage.url().user() + " " + storage.url().database();
        }
        return "The database " + storage + " does not answer (" + failure.getMessage()
                + "). Is it running, and does a firewall stand between?";
    }

    private String[] hosts(Function<PostgresUrl.Host, String> name) {
        return storage.url().hosts().stream().map(name).toArray(String[]::new);
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException e) {
            throw new DatabaseException("The database's setting " + name + " cannot be " + value + ".");
        }
    }
}

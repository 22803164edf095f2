package hymio.server.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the schema of a database up to date; forward only. */
final class Migrations {
    private final Flyway flyway;

    Migrations(DataSource source, Dialect dialect) {
        flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", dialect.migrations())
                .placeholders(dialect.placeholders())
                .javaMigrations(new CountArrivals())
                .ignoreMigrationPatterns("*:future")
                .loggers("slf4j")
                .load();
    }

    /** @throws NewerSchemaException when a newer program has written the database; then nothing is changed */
    void bringUpToDate() {
        refuseNewer();
        flyway.migrate();
    }

    /** @throws NewerSchemaException when a newer program has written the database */
    boolean upToDate() {
        refuseNewer();
        return flyway.info().pending().length == 0;
    }

    /** Whether no program of ours has ever used the database. */
    boolean none() {
        return flyway.info().applied().length == 0;
    }

    private void refuseNewer() {
        for (MigrationInfo info : flyway.info().all()) {
            if (info.getState().isApplied() && !info.getState().isResolved()) {
                throw new NewerSchemaException(info.getVersion() + " " + info.getDescription());
            }
        }
    }
}

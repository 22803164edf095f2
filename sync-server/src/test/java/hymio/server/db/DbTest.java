package hymio.server.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.tally.LocalTime;
import hymio.server.tally.Recount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("sqlite")
class DbTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("hymio.db");
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("pragma " + name).mapTo(String.class).one();
    }

    private static void addToken(Handle handle, String name) {
        handle.execute("insert into token (hash, name, created) values (?, ?, 0)", name.getBytes(UTF_8), name);
    }

    private static long tokens(Handle handle) {
        return handle.createQuery("select count(*) from token")
                .mapTo(Long.class)
                .one();
    }

    @Test
    void commitsAreOnTheDiskInWalMode() {
        try (Db db = Db.open(file())) {
            assertThat(db.<String, RuntimeException>write(h -> pragma(h, "journal_mode")))
                    .isEqualTo("wal");
            assertThat(db.<String, RuntimeException>write(h -> pragma(h, "synchronous")))
                    .isEqualTo("2");
            assertThat(db.<String, RuntimeException>write(h -> pragma(h, "foreign_keys")))
                    .isEqualTo("1");
            assertThat(db.<String, RuntimeException>read(h -> pragma(h, "journal_mode")))
                    .isEqualTo("wal");
        }
    }

    @Test
    void writeTakesTheWriteLockBeforeItsFirstStatement() {
        try (Db db = Db.open(file())) {
            db.change(handle -> assertThatThrownBy(this::beginBeside).hasMessageContaining("SQLITE_BUSY"));
            assertThat(db.<Long, RuntimeException>read(DbTest::tokens)).isZero();
        }
    }

    private void beginBeside() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
            statement.execute("begin immediate");
        }
    }

    @Test
    void failedWriteLeavesNothingAndTheNextOneWorks() {
        try (Db db = Db.open(file())) {
            assertThatThrownBy(() -> db.change(handle -> {
                        addToken(handle, "a");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            db.change(handle -> addToken(handle, "b"));
            assertThat(db.<Long, RuntimeException>read(DbTest::tokens)).isEqualTo(1);
        }
    }

    @Test
    void afterTheDatabaseWasBusyWritesAreWholeTransactionsAgain() {
        try (Db db = Db.open(file());
                Db beside = Db.openBeside(file())) {
            beside.change(handle -> assertThatThrownBy(() -> db.change(h -> addToken(h, "busy")))
                    .satisfies(e -> assertThat(StorageFault.of(e)).contains(StorageFault.BUSY)));
            assertThatThrownBy(() -> db.change(handle -> {
                        addToken(handle, "half");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(db.<Long, RuntimeException>read(DbTest::tokens)).isZero();
            db.change(handle -> addToken(handle, "whole"));
            assertThat(db.<Long, RuntimeException>read(DbTest::tokens)).isEqualTo(1);
        }
    }

    @Test
    void fullDiskIsNamedLeavesNothingAndIsOverOnceThereIsRoom() {
        try (Db db = Db.open(file(), 60)) {
            assertThatThrownBy(() -> db.change(handle -> {
                        for (int i = 0; i < 1000; i++) {
                            addToken(handle, "x".repeat(1000) + i);
                        }
                    }))
                    .satisfies(e -> assertThat(StorageFault.of(e)).contains(StorageFault.DISK));
            assertThat(db.<Long, RuntimeException>read(DbTest::tokens)).isZero();
            db.change(handle -> addToken(handle, "small"));
            assertThat(db.<Long, RuntimeException>read(DbTest::tokens)).isEqualTo(1);
        }
    }

    @Test
    void databaseOfANewerProgramIsRefusedAndUntouched() throws Exception {
        Db.open(file()).close();
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = newer.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success)"
                    + " values (99, '99', 'from tomorrow', 'SQL', 'V99__from_tomorrow.sql', '', 0, 1)");
        }
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> Db.open(file()).close())
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageContaining("99 from tomorrow")
                .hasMessageContaining("newer Hymiö");
        assertThatThrownBy(() -> Db.openBeside(file()).close()).isInstanceOf(NewerSchemaException.class);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    /** What a server of version 0.1.0 wrote is still there after the migration, and means the same. */
    @Test
    void questionsConflictsAndSecretsOfThe0_1SchemaAreKept() throws Exception {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file(), "", "")
                .locations("classpath:db/sqlite")
                .target("2")
                .load()
                .migrate();
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = old.createStatement()) {
            statement.execute("insert into question (key, faces) values ('service@1', 5), ('unknown@1', null)");
            statement.execute("insert into terminal (id, name, secret, enrolled) values ('t', 't', x'00', 5)");
            statement.execute("insert into journal (journal, terminal, last, received) values (x'01', 1, 9, 9)");
            statement.execute("insert into conflict values (1, 7, 1, 4, 6, 1000, 0, 99)");
        }
        try (Db db = Db.open(file())) {
            assertThat(db.<List<String>, RuntimeException>read(handle -> handle.createQuery(
                                    "select key || ' ' || coalesce(kind, '-') || ' ' || coalesce(options, '-') from question")
                            .mapTo(String.class)
                            .list()))
                    .containsExactly("service@1 faces 5", "unknown@1 - -");
            assertThat(db.<Long, RuntimeException>read(handle -> handle.createQuery(
                                    "select count(*) from conflict where source = 1 and number = 7 and option = 4"
                                            + " and visit = 6 and received = 99 and takes_back = 0 and comment = ''")
                            .mapTo(Long.class)
                            .one()))
                    .isEqualTo(1);
            assertThat(db.<Long, RuntimeException>read(handle -> handle.createQuery(
                                    "select count(*) from enrolment join terminal on num = terminal"
                                            + " where id = 't' and number = 0 and since = 5 and secret = x'00'")
                            .mapTo(Long.class)
                            .one()))
                    .as("terminals sign in as before")
                    .isEqualTo(1);
        }
    }

    /** What came before there was completeness is counted as if it had come after. */
    @Test
    void arrivalsOfTheSchemaBeforeAreCounted() throws Exception {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file(), "", "")
                .locations("classpath:db/sqlite")
                .target("3")
                .load()
                .migrate();
        long friday = Instant.parse("2026-11-20T22:30:00Z").toEpochMilli();
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = old.createStatement()) {
            statement.execute("insert into location (id, name, zone) values ('a', '{}', 'Europe/Helsinki')");
            statement.execute("insert into terminal (id, name, secret, enrolled, seen)"
                    + " values ('t', 't', x'00', 0, " + (friday + 86_400_000) + ")");
            statement.execute("insert into assignment values (1, 0, 1)");
            statement.execute("insert into question (key) values ('service@1')");
            statement.execute("insert into journal (journal, terminal, last, received) values (x'01', 1, 9, 3)");
            statement.execute("insert into clock values (1, 0, x'02', " + friday + ", 1)");
            for (int number : new int[] {2, 5, 6}) {
                statement.execute("insert into response (source, number, question, option, uptime, clock, quality,"
                        + " location) values (1, " + number + ", 1, 1, 0, 0, " + (number == 6 ? 2 : 0) + ", 1)");
            }
            statement.execute("insert into conflict values (1, 5, 1, 4, 5, 0, 0, 0, 0, '', 99)");
            statement.execute("insert into tally_hour select 1, 1, " + hour(friday) + ", 1, 1, 3");
            statement.execute("insert into tally_day select 1, 1, " + hour(friday) / 24 + ", 1, 1, 3");
        }
        try (Db db = Db.open(file())) {
            assertThat(db.<Map<List<Object>, Long>, RuntimeException>read(Recount::standing))
                    .isEqualTo(db.<Map<List<Object>, Long>, RuntimeException>read(Recount::anew))
                    .containsEntry(List.of("received", 1L, hour(friday) / 24, 1L), 3L)
                    .containsEntry(List.of("missing", 1L, hour(friday) / 24, 1L), 3L)
                    .containsEntry(List.of("missing", 1L, hour(friday) / 24 + 1, 1L), 3L)
                    .containsEntry(List.of("conflicting", 1L, hour(friday) / 24, 1L), 1L)
                    .containsEntry(List.of("estimated", 1L, hour(friday), 1L), 1L);
        }
    }

    private static long hour(long millis) {
        return LocalTime.hour(millis, ZoneId.of("Europe/Helsinki"));
    }

    @Test
    void programBesideAServerNeverMigrates() {
        assertThatThrownBy(() -> Db.openBeside(file()).close())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("older than this program, or still starting");
        try (Db server = Db.open(file());
                Db beside = Db.openBeside(file())) {
            beside.change(handle -> addToken(handle, "a"));
            assertThat(server.<Long, RuntimeException>read(DbTest::tokens)).isEqualTo(1);
        }
    }
}

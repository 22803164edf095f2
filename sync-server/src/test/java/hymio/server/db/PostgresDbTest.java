package hymio.server.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.TestPostgres;
import hymio.server.tally.LocalTime;
import hymio.server.tally.Recount;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgresql")
@Timeout(60)
class PostgresDbTest {
    private final Storage.Postgres storage = TestPostgres.empty();

    private static void addToken(Handle handle, String name) {
        handle.execute("insert into token (hash, name, created) values (?, ?, 0)", name.getBytes(UTF_8), name);
    }

    private static long one(Db db, String sql) {
        return db.<Long, RuntimeException>read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a thread of its own. */
    private static CompletableFuture<Object> beside(Supplier<Object> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }

    @Test
    void commitIsOnTheDiskWhateverTheServerIsSetTo() {
        storage.open().close();
        TestPostgres.run("alter database " + storage.url().database() + " set synchronous_commit = off");
        try (Db db = storage.open()) {
            assertThat(db.<String, RuntimeException>write(handle -> handle.createQuery("show synchronous_commit")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("on");
        }
    }

    @Test
    void readSeesOneMomentAndCannotWrite() {
        try (Db db = storage.open()) {
            db.read(handle -> {
                assertThat(handle.createQuery("select count(*) from token")
                                .mapTo(Long.class)
                                .one())
                        .isZero();
                db.change(other -> addToken(other, "meanwhile"));
                return assertThat(handle.createQuery("select count(*) from token")
                                .mapTo(Long.class)
                                .one())
                        .isZero();
            });
            assertThat(one(db, "select count(*) from token")).isEqualTo(1);
            assertThatThrownBy(() -> db.read(handle -> handle.execute("delete from token")))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void failedWriteLeavesNothingAndTheNextOneWorks() {
        try (Db db = storage.open()) {
            assertThatThrownBy(() -> db.change(handle -> {
                        addToken(handle, "a");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            db.change(handle -> addToken(handle, "b"));
            assertThat(one(db, "select count(*) from token")).isEqualTo(1);
        }
    }

    @Test
    void writesOfSeveralServersTakeTurns() {
        try (Db one = storage.open();
                Db other = storage.open()) {
            one.change(handle -> handle.execute("insert into location (id, name, zone) values ('a', '0', 'UTC')"));
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> (i % 2 == 0 ? one : other).change(PostgresDbTest::readThenRaise)))
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(one(one, "select cast(name as bigint) from location")).isEqualTo(20);
        }
    }

    private static void readThenRaise(Handle handle) {
        long before = handle.createQuery("select cast(name as bigint) from location")
                .mapTo(Long.class)
                .one();
        handle.execute("update location set name = ?", String.valueOf(before + 1));
    }

    @Test
    void writesThatRunTogetherDoAndNoOtherRunsBesideThem() {
        try (Db one = storage.open();
                Db other = storage.open()) {
            CountDownLatch both = new CountDownLatch(2);
            CountDownLatch end = new CountDownLatch(1);
            List<CompletableFuture<Object>> together = List.of(one, other).stream()
                    .map(db -> beside(() -> db.writeTogether(handle -> {
                        both.countDown();
                        await(end);
                        return true;
                    })))
                    .toList();
            await(both);
            CompletableFuture<Object> alone = beside(() -> one.write(handle -> {
                addToken(handle, "alone");
                return true;
            }));
            assertThat(alone).isNotCompleted();
            assertThat(one(one, "select count(*) from token")).isZero();
            end.countDown();
            alone.join();
            together.forEach(CompletableFuture::join);
        }
    }

    @Test
    void writeThatWaitsTooLongIsBusy() {
        try (Db one = storage.open();
                Db other = storage.open()) {
            one.change(handle -> assertThatThrownBy(() -> other.change(it -> addToken(it, "late")))
                    .satisfies(e -> assertThat(StorageFault.of(e)).contains(StorageFault.BUSY)));
            assertThat(one(one, "select count(*) from token")).isZero();
        }
    }

    @Test
    void workThatGaveWayInADeadlockIsRunAgain() {
        try (Db db = storage.open()) {
            db.change(handle -> {
                addToken(handle, "a");
                addToken(handle, "b");
            });
            CountDownLatch both = new CountDownLatch(2);
            AtomicInteger runs = new AtomicInteger();
            List<CompletableFuture<Object>> crossed = List.of(List.of("a", "b"), List.of("b", "a")).stream()
                    .map(names -> beside(() -> db.writeTogether(handle -> {
                        runs.incrementAndGet();
                        handle.execute("update token set created = created + 1 where name = ?", names.get(0));
                        both.countDown();
                        await(both);
                        return handle.execute("update token set created = created + 1 where name = ?", names.get(1));
                    })))
                    .toList();
            crossed.forEach(CompletableFuture::join);
            assertThat(runs.get()).isGreaterThan(2);
            assertThat(one(db, "select sum(created) from token")).isEqualTo(4);
        }
    }

    @Test
    void brokenConnectionIsNamedAndTheNextWriteHasANewOne() {
        try (Db db = storage.open()) {
            assertThatThrownBy(() -> db.change(handle -> {
                        addToken(handle, "lost");
                        handle.execute("select pg_terminate_backend(pg_backend_pid())");
                    }))
                    .satisfies(e -> assertThat(StorageFault.of(e)).contains(StorageFault.AWAY));
            db.change(handle -> addToken(handle, "kept"));
            assertThat(one(db, "select count(*) from token")).isEqualTo(1);
        }
    }

    @Test
    void databaseThatIsNotThereIsToldWithWhatToDo() {
        PostgresUrl url = storage.url();
        PostgresUrl none = new PostgresUrl(url.user(), url.hosts(), "nowhere", Map.of());
        assertThatThrownBy(() -> new Storage.Postgres(none, storage.password()).open())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("createdb")
                .hasMessageContaining("nowhere");
        PostgresUrl silent = new PostgresUrl(url.user(), List.of(new PostgresUrl.Host("localhost", 1)), "x", Map.of());
        assertThatThrownBy(() -> new Storage.Postgres(silent, storage.password()).open())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void databaseOfANewerProgramIsRefusedAndUntouched() {
        storage.open().close();
        try (Handle newer = TestPostgres.handle(storage)) {
            newer.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success)"
                    + " values (99, '99', 'from tomorrow', 'SQL', 'V99__from_tomorrow.sql', '', 0, true)");
        }
        assertThatThrownBy(() -> storage.open().close())
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageContaining("99 from tomorrow");
        assertThatThrownBy(() -> storage.openBeside().close()).isInstanceOf(NewerSchemaException.class);
    }

    @Test
    void programBesideServersNeverMigratesButMayBegin() {
        storage.openBeside().close();
        try (Handle older = TestPostgres.handle(storage)) {
            older.execute("delete from flyway_schema_history where installed_rank ="
                    + " (select max(installed_rank) from flyway_schema_history)");
        }
        assertThatThrownBy(() -> storage.openBeside().close())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("older than this program");
    }

    @Test
    void arrivalsOfTheSchemaBeforeAreCounted() {
        Flyway.configure()
                .dataSource(PostgresSource.of(storage).plain())
                .locations("classpath:db/postgresql")
                .target("4")
                .load()
                .migrate();
        long friday = Instant.parse("2026-11-20T22:30:00Z").toEpochMilli();
        long hour = LocalTime.hour(friday, ZoneId.of("Europe/Helsinki"));
        try (Handle old = TestPostgres.handle(storage)) {
            old.execute("insert into location (id, name, zone) values ('a', '{}', 'Europe/Helsinki')");
            old.execute("insert into terminal (id, name, secret, enrolled) values ('t', 't', '', 0)");
            old.execute("insert into assignment values (1, 0, 1)");
            old.execute("insert into question (key) values ('service@1')");
            old.execute(
                    "insert into journal (journal, terminal, last, received, heard) values ('', 1, 9, 2, ?)", friday);
            old.execute("insert into clock values (1, 0, '', ?, 1)", friday);
            old.execute("insert into response (source, number, question, option, uptime, clock, quality, location)"
                    + " values (1, 2, 1, 1, 0, 0, 0, 1), (1, 5, 1, 1, 0, 0, 0, 1)");
            old.execute("insert into tally_hour select 2, 1, 1, ?, 1, 1", hour);
            old.execute("insert into tally_day select 2, 1, 1, ?, 1, 1", hour / 24);
        }
        try (Db db = storage.open()) {
            assertThat(db.<Map<List<Object>, Long>, RuntimeException>read(Recount::standing))
                    .isEqualTo(db.<Map<List<Object>, Long>, RuntimeException>read(Recount::anew))
                    .containsEntry(List.of("received", 1L, hour / 24, 1L), 2L)
                    .containsEntry(List.of("missing", 1L, hour / 24, 1L), 7L);
        }
    }

    /** A migration that is written twice, or for one database only, must not part them. */
    @Test
    void bothDatabasesHaveTheSameTablesAndColumns(@TempDir Path folder) throws SQLException {
        try (Db postgres = storage.open();
                Db sqlite = Db.open(folder.resolve("hymio.db"))) {
            assertThat(columns(postgres, "public"))
                    .isEqualTo(columns(sqlite, null))
                    .hasSizeGreaterThan(20);
        }
    }

    private static Map<String, Set<String>> columns(Db db, String schema) throws SQLException {
        return db.<Map<String, Set<String>>, SQLException>read(handle -> {
            Map<String, Set<String>> columns = new TreeMap<>();
            DatabaseMetaData data = handle.getConnection().getMetaData();
            try (ResultSet row = data.getColumns(null, schema, "%", "%")) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString("TABLE_NAME"), unused -> new TreeSet<>())
                            .add(row.getString("COLUMN_NAME"));
                }
            }
            columns.keySet()
                    .removeIf(table -> table.startsWith("flyway")
                            || table.startsWith("sqlite_")
                            || table.endsWith("_pkey")
                            || table.endsWith("_key"));
            return columns;
        });
    }

    /** SQLite's integers have 64 bits and its text sorts by bytes; a type that says less would show only one day. */
    @Test
    void noTypeHoldsLessThanSqlites() {
        try (Db db = storage.open()) {
            assertThat(db.<List<String>, RuntimeException>read(handle -> handle.createQuery(
                                    "select table_name || '.' || column_name from information_schema.columns"
                                            + " where table_schema = 'public' and table_name not like 'flyway%'"
                                            + " and table_name not in ('response', 'response_at', 'tally_hour', 'tally_day')"
                                            + " and (data_type not in ('bigint', 'text', 'bytea')"
                                            + " or data_type = 'text' and collation_name is distinct from 'C')")
                            .mapTo(String.class)
                            .list()))
                    .isEmpty();
        }
    }
}

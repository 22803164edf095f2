package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.audit.Author;
import hymio.server.db.DataFolder;
import hymio.server.db.Db;
import hymio.server.db.Storage;
import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.server.location.LocationStore;
import hymio.server.tally.Recount;
import hymio.wire.Batch;
import hymio.wire.Place;
import hymio.wire.Response;
import hymio.wire.Response.Extra;
import hymio.wire.Texts;
import hymio.wire.WireCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgresql")
@Timeout(60)
class MigrateCommandTest {
    private static final String COMMENT = "Hyvä 😀 \\N \\ \"näin\"";

    @TempDir
    Path folder;

    private final Storage.Postgres target = TestPostgres.empty();
    private final StringWriter out = new StringWriter();
    private long terminal;

    private int migrate() {
        PrintWriter to = new PrintWriter(out, true);
        return ServerMain.commandLine(to, to, new TestClock())
                .execute("admin", "--data", folder.toString(), "migrate-to", "--database", target.toString());
    }

    private void town() throws Exception {
        try (Town town = new Town(folder, 100_000);
                IngestLoop loop = new IngestLoop(town.db, 10)) {
            terminal = town.terminal("paakirjasto");
            UUID journal = new UUID(1, 2);
            send(loop, Town.large(UUID.randomUUID()));
            send(loop, Batches.of(journal, Batches.response(1, 1), with(3, 3, Extra.commented(COMMENT))));
            send(loop, Batches.of(journal, Batches.response(1, 2), with(4, 1, Extra.takingBack(1))));
        }
    }

    private static Response with(long number, long visit, Extra extra) {
        return new Response(number, visit, "service@1", 1, Batches.at(TestClock.START), extra);
    }

    private void send(IngestLoop loop, Batch batch) throws Exception {
        loop.offer(terminal, batch, new Arrival.Now(TestClock.START.toEpochMilli()), Duration.ofSeconds(10))
                .orElseThrow()
                .get();
    }

    private static Map<List<Object>, Long> standing(Db db) {
        return db.<Map<List<Object>, Long>, RuntimeException>read(Recount::standing);
    }

    private long count(String table) {
        try (Handle handle = TestPostgres.handle(target)) {
            return handle.createQuery("select count(*) from " + table)
                    .mapTo(Long.class)
                    .one();
        }
    }

    @Test
    void allIsThereAndEqualAndTheTownGoesOn() throws Exception {
        town();
        assertThat(migrate()).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("response: 1003 rows copied", "response: equal", "counts agree", "Next:", "Never start");
        try (Db before = Db.open(DataFolder.database(folder));
                Db after = target.open()) {
            assertThat(standing(after))
                    .isEqualTo(standing(before))
                    .isEqualTo(after.<Map<List<Object>, Long>, RuntimeException>read(Recount::anew))
                    .hasSizeGreaterThan(5);
            assertThat(after.<String, RuntimeException>read(handle -> handle.createQuery("select text from comment")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo(COMMENT);
            LocationStore locations = new LocationStore(after, new WireCodec());
            assertThat(locations.add(
                            new Place("uusi", Texts.of("u", "u", "u"), "kaupunki", "UTC"),
                            Author.command(new TestClock())))
                    .isEqualTo(LocationStore.Added.NEW);
            try (IngestLoop loop = new IngestLoop(after, 10)) {
                send(loop, Batches.of(new UUID(1, 2), Batches.response(2, 1), Batches.response(3, 1)));
                send(loop, Batches.of(UUID.randomUUID(), Batches.response(1, 1)));
            }
            assertThat(standing(after)).isEqualTo(after.<Map<List<Object>, Long>, RuntimeException>read(Recount::anew));
        }
        assertThat(count("response")).isEqualTo(1005);
        assertThat(count("conflict")).isEqualTo(2);
    }

    @Test
    void databaseWithDataIsRefusedAndLeftAsItIs() throws Exception {
        town();
        try (Db db = target.open()) {
            db.change(handle -> handle.execute("insert into question (key) values ('mine@1')"));
        }
        assertThat(migrate()).isEqualTo(2);
        assertThat(out.toString()).contains("not empty (question has rows)").doesNotContain("Exception");
        assertThat(count("response")).isZero();
        assertThat(count("question")).isEqualTo(1);
    }

    @Test
    void serverThatRunsIsToldToBeStopped() throws Exception {
        town();
        try (DataFolder kept = DataFolder.keep(folder)) {
            assertThat(kept.database()).exists();
            assertThat(migrate()).isEqualTo(2);
        }
        assertThat(out.toString()).contains("Another Hymiö server", "Stop it first");
    }

    @Test
    void folderWithoutDataIsTold() {
        assertThat(migrate()).isEqualTo(2);
        assertThat(out.toString()).contains("There is no data in");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void copyThatIsNotEqualLeavesNothing() throws Exception {
        town();
        target.open().close();
        try (Handle handle = TestPostgres.handle(target)) {
            handle.execute("create function spoil() returns trigger language plpgsql as $$"
                    + " begin new.text := 'spoilt'; return new; end $$");
            handle.execute("create trigger spoil before insert on comment for each row execute function spoil()");
        }
        assertThat(migrate()).isEqualTo(2);
        assertThat(out.toString()).contains("The copy of comment is not equal");
        assertThat(count("response")).isZero();
    }

    @Test
    void wrongCountsAreNotTakenAlong() throws Exception {
        town();
        try (Db db = Db.open(DataFolder.database(folder))) {
            db.change(handle -> handle.execute("update tally_day set n = n + 1"));
        }
        assertThat(migrate()).isEqualTo(2);
        assertThat(out.toString()).contains("recount --repair");
        assertThat(count("response")).isZero();
    }
}

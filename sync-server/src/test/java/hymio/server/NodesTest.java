package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.server.access.Account;
import hymio.server.access.Secrets;
import hymio.server.access.SessionStore;
import hymio.server.access.SetupLink;
import hymio.server.db.Db;
import hymio.server.db.Storage;
import hymio.server.tally.Recount;
import hymio.wire.Batch;
import hymio.wire.Response;
import hymio.wire.Response.Extra;
import hymio.wire.Wire;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL: whichever of them is asked, they are one. */
@Tag("postgresql")
@Timeout(120)
class NodesTest {
    private static final int TERMINALS = 4;
    private static final int RESPONSES = 400;

    @TempDir
    Path folder;

    private TestServer one;
    private TestServer other;
    private Db db;

    @BeforeEach
    void start() {
        one = new TestServer(folder);
        other = new TestServer(folder);
        db = one.database();
        one.location("a", "", "Europe/Helsinki");
    }

    @AfterEach
    void stop() {
        db.close();
        other.close();
        one.close();
    }

    private long count(String sql) {
        return db.<Long, RuntimeException>read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void talliesAreRight() {
        assertThat(db.<Map<List<Object>, Long>, RuntimeException>read(Recount::standing))
                .isEqualTo(db.<Map<List<Object>, Long>, RuntimeException>read(Recount::anew))
                .isNotEmpty();
    }

    /** Some take back what was answered just before; each journal brings questions that nobody knew. */
    private static List<Response> responses(Random random) {
        List<Response> responses = new ArrayList<>();
        for (int number = 1; number <= RESPONSES; number++) {
            boolean takesBack = number > 1
                    && random.nextInt(9) == 0
                    && responses.getLast().extra().takesBack() == 0;
            Response before = takesBack ? responses.getLast() : null;
            responses.add(
                    before == null
                            ? new Response(
                                    number,
                                    number,
                                    "q" + random.nextInt(30) + "@1",
                                    1 + random.nextInt(4),
                                    Batches.at(TestClock.START.minusSeconds(RESPONSES - number)))
                            : new Response(
                                    number,
                                    before.visit(),
                                    before.question(),
                                    before.option(),
                                    before.time(),
                                    Extra.takingBack(before.number())));
        }
        return responses;
    }

    private record Parcel(Enrolled terminal, Batch batch) {}

    /** Every stretch three times over, in overlapping pieces. */
    private static List<Parcel> parcels(Random random, Enrolled terminal) {
        UUID journal = new UUID(random.nextLong(), random.nextLong());
        List<Response> all = responses(random);
        List<Parcel> parcels = new ArrayList<>();
        for (int size : new int[] {20, 33, 50}) {
            for (int from = 0; from < RESPONSES; from += size) {
                List<Response> part = all.subList(from, Math.min(RESPONSES, from + size));
                parcels.add(new Parcel(terminal, Batches.of(journal, part.toArray(Response[]::new))));
            }
        }
        return parcels;
    }

    @Test
    void batchesOfOneJournalAtBothServersAtOnceAreStoredOnceEach() throws Exception {
        Random random = new Random(5);
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < TERMINALS; i++) {
            parcels.addAll(parcels(random, one.enrolled("a")));
        }
        Collections.shuffle(parcels, random);
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < parcels.size(); i++) {
                TestServer server = i % 2 == 0 ? one : other;
                Parcel parcel = parcels.get(i);
                answers.add(
                        CompletableFuture.supplyAsync(() -> server.send(parcel.terminal(), parcel.batch()), senders));
            }
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.get().status())
                            .as(answer.get().text())
                            .isEqualTo(200));
        }
        assertThat(count("select count(*) from response")).isEqualTo(TERMINALS * RESPONSES);
        assertThat(count("select sum(received) from journal")).isEqualTo(TERMINALS * RESPONSES);
        assertThat(count("select count(*) from conflict")).isZero();
        assertThat(count("select count(*) from gap")).isZero();
        talliesAreRight();
    }

    @Test
    void copiedCardsThatSendAtOnceConflictAtOneOfThem() throws Exception {
        Enrolled terminal = one.enrolled("a");
        UUID journal = UUID.randomUUID();
        List<CompletableFuture<Answer>> answers = Stream.of(one, other)
                .map(server -> CompletableFuture.supplyAsync(() ->
                        server.send(terminal, Batches.of(journal, Batches.response(1, server == one ? 1 : 2)))))
                .toList();
        for (CompletableFuture<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        assertThat(count("select count(*) from response")).isEqualTo(1);
        assertThat(count("select count(*) from conflict")).isEqualTo(1);
        talliesAreRight();
    }

    @Test
    void journalSentByTwoTerminalsAtOnceBelongsToOneOfThem() throws Exception {
        List<Enrolled> terminals = List.of(one.enrolled("a"), one.enrolled("a"));
        for (int round = 0; round < 10; round++) {
            Batch batch = Batches.of(UUID.randomUUID(), Batches.response(1, 1));
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> one.send(terminals.get(0), batch));
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> other.send(terminals.get(1), batch));
            assertThat(List.of(first.get().status(), second.get().status())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(count("select count(*) from response")).isEqualTo(10);
        talliesAreRight();
    }

    @Test
    void enrolmentCodeUsedAtBothServersAtOnceMakesOneTerminal() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code = one.code("a", "Terminal");
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> one.enrol(code, "a".repeat(43)));
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> other.enrol(code, "b".repeat(43)));
            assertThat(List.of(first.get().status(), second.get().status())).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(count("select count(*) from terminal")).isEqualTo(10);
    }

    @Test
    void sessionBegunAtOneServerIsKnownAtTheOtherAndEndsAtBoth() {
        Secrets secrets = new Secrets(new SecureRandom());
        try (Db beside = other.database()) {
            SetupLink link = new SetupLink(db, secrets, one.clock);
            Account account =
                    link.use(link.renew().orElseThrow(), "aino", "hash").orElseThrow();
            SessionStore here = new SessionStore(db, secrets, one.clock);
            SessionStore there = new SessionStore(beside, secrets, one.clock);
            String id = here.begin(account, "");
            assertThat(there.find(id, true)).contains(account);
            there.end(id);
            assertThat(here.find(id, true)).isEmpty();
        }
    }

    @Test
    void databaseThatIsAwayIsToldAndAllGoesOnWhenItIsBack() {
        Enrolled terminal = one.enrolled("a");
        Batch batch = Batches.of(UUID.randomUUID(), Batches.response(1, 1));
        String name = ((Storage.Postgres) TestDatabase.of(folder)).url().database();
        TestPostgres.run("alter database " + name + " allow_connections false");
        try {
            TestPostgres.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            Answer away = one.send(terminal, batch);
            assertThat(away.status()).as(away.text()).isEqualTo(503);
            assertThat(away.problem()).isEqualTo("storage");
            assertThat(away.detail()).contains("does not answer");
        } finally {
            TestPostgres.run("alter database " + name + " allow_connections true");
        }
        for (TestServer server : List.of(one, other)) {
            // The broken connections of its pool are told once each, and terminals come again.
            assertThat(Stream.generate(() -> server.send(terminal, batch).status())
                            .limit(10)
                            .filter(status -> status == 200)
                            .findFirst())
                    .isPresent();
        }
        assertThat(one.get(Wire.TERMINALS).text()).contains("\"received\":1");
    }
}

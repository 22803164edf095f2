package hymio.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestClock;
import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.wire.Conflict;
import hymio.wire.ConflictList;
import hymio.wire.Limits;
import hymio.wire.Response;
import hymio.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflictApiTest {
    private final UUID journal = UUID.randomUUID();
    private TestServer server;
    private Enrolled terminal;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.location("aula", "", "Europe/Helsinki");
        terminal = server.enrolled("aula");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ConflictList conflicts() {
        return server.get(Wire.TERMINALS + "/" + terminal.id() + "/conflicts").as(ConflictList.class);
    }

    private static Response written(long number, String comment) {
        Response.Extra extra = new Response.Extra(0, 0, comment);
        return new Response(number, number, "avoin@1", 0, Batches.at(TestClock.START), extra);
    }

    @Test
    void bothContentsAreToldTheNewestFirst() {
        server.send(
                terminal, Batches.of(journal, Batches.response(1, 1), Batches.response(2, 2), written(3, "Kiitos")));
        server.clock.pass(Duration.ofMinutes(5));
        server.send(terminal, Batches.of(journal, Batches.response(2, 4, TestClock.START)));
        server.clock.pass(Duration.ofMinutes(5));
        server.send(terminal, Batches.of(journal, Batches.response(1, 1), written(3, "Salaisuus")));
        assertThat(conflicts().total()).isEqualTo(2);
        assertThat(conflicts().conflicts()).extracting(Conflict::number).containsExactly(3L, 2L);
        assertThat(conflicts().conflicts().getFirst().differs()).containsExactly("comment");
        assertThat(conflicts().conflicts().getLast())
                .isEqualTo(new Conflict(
                        journal,
                        2,
                        "2026-11-22T10:05:00Z",
                        new Conflict.Version("service@1", 2, 2, "2026-11-22T09:59:00Z", 0, 0),
                        new Conflict.Version("service@1", 4, 2, "2026-11-22T10:00:00Z", 0, 0),
                        java.util.List.of("option", "time")));
        assertThat(server.get(Wire.TERMINALS + "/" + terminal.id() + "/conflicts")
                        .text())
                .doesNotContain("Salaisuus", "Kiitos");
    }

    @Test
    void noMoreAreListedThanTheLimitButAllAreCounted() {
        int many = Limits.CONFLICTS + 1;
        server.send(terminal, Batches.of(journal, rows(many, 1)));
        server.send(terminal, Batches.of(journal, rows(many, 2)));
        assertThat(conflicts().conflicts()).hasSize(Limits.CONFLICTS);
        assertThat(conflicts().total()).isEqualTo(many);
        assertThat(conflicts().conflicts().getFirst().number()).isEqualTo(many);
    }

    @Test
    void terminalWithoutConflictsHasNoneAndAnUnknownOneIsNotFound() {
        assertThat(conflicts()).isEqualTo(new ConflictList(java.util.List.of(), 0));
        Answer unknown = server.get(Wire.TERMINALS + "/t-nobody/conflicts");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("not-found");
    }

    private static Response[] rows(int many, int option) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(number -> Batches.response(number, option))
                .toArray(Response[]::new);
    }
}

package hymio.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestServer;
import hymio.server.TestServer.Enrolled;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsApiTest {
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

    private String metrics() {
        return server.get("/metrics").text();
    }

    @Test
    void responsesAreCountedByWhatCameOfThem() {
        server.send(terminal, Batches.of(journal, Batches.response(1, 1), Batches.response(2, 2)));
        server.send(terminal, Batches.of(journal, Batches.response(2, 2), Batches.response(5, 3)));
        server.send(terminal, Batches.of(journal, Batches.response(1, 4)));
        assertThat(metrics())
                .contains("hymio_responses_total{outcome=\"stored\"} 3.0")
                .contains("hymio_responses_total{outcome=\"known\"} 1.0")
                .contains("hymio_responses_total{outcome=\"conflict\"} 1.0")
                .contains("hymio_batches_total{answer=\"receipt\"} 3.0")
                .contains("hymio_responses_missing 2.0")
                .contains("hymio_responses_conflicting 1.0")
                .contains("hymio_ingest_waiting 0.0");
    }

    @Test
    void refusedBatchesAreCountedApart() {
        server.sendPlain(terminal, "{}");
        assertThat(metrics()).contains("hymio_batches_total{answer=\"refused\"} 1.0");
    }

    @Test
    void terminalThatSaysNothingForAnHourIsSilent() {
        server.send(terminal, Batches.of(journal, Batches.response(1, 1)));
        server.enrolled("aula"); // never called
        assertThat(metrics())
                .contains("hymio_terminals{state=\"well\"} 1.0")
                .contains("hymio_terminals{state=\"silent\"} 1.0");
        server.clock.pass(Duration.ofMinutes(61));
        assertThat(metrics()).contains("hymio_terminals{state=\"silent\"} 2.0");
    }

    @Test
    void strangersSeeNothing() {
        assertThat(server.send(server.request("/metrics").build()).status()).isEqualTo(401);
    }

    @Test
    void readyWhileBatchesAreStored() {
        assertThat(server.send(server.request("/readyz").build()).status()).isEqualTo(200);
    }
}

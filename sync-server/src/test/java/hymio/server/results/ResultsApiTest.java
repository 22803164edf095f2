package hymio.server.results;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestServer;
import hymio.server.TestServer.Enrolled;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsApiTest {
    private static TestServer server;
    private static Enrolled terminal;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer();
        server.location("kaupunki", "", "Europe/Helsinki");
        server.location("kirjasto", "kaupunki", "Europe/Helsinki");
        terminal = server.enrolled("kirjasto");
        server.send(
                terminal,
                Batches.of(UUID.randomUUID(), Batches.response(1, 1), Batches.response(2, 2), Batches.response(3, 2)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static final String ALL_ARRIVED =
            "\"completeness\":{\"pressed\":3,\"received\":3,\"missing\":0,\"conflicting\":0,\"estimated\":0}";

    private static String rows(String parameters) {
        return server.get("/api/v1/results?" + parameters).text();
    }

    @Test
    void totalOfTodayIsTheDefault() {
        assertThat(rows("location=kaupunki"))
                .isEqualTo("{\"rows\":[{\"location\":\"kaupunki\",\"start\":\"2026-11-22T00:00\","
                        + "\"end\":\"2026-11-23T00:00\",\"options\":{\"1\":1,\"2\":2,\"3\":0,\"4\":0},"
                        + "\"total\":3,\"index\":77.78,%1$s}],%1$s}".formatted(ALL_ARRIVED));
    }

    @Test
    void indexIsNullNotAbsentWithoutResponses() {
        assertThat(rows("location=kaupunki&from=2026-01-01&to=2026-01-01"))
                .contains(
                        "\"options\":{\"1\":0,\"2\":0,\"3\":0,\"4\":0},\"total\":0,\"index\":null,\"completeness\":{\"pressed\":0,");
    }

    @Test
    void terminalAndQuestionStandWhereAskedFor() {
        assertThat(rows("location=kaupunki&by=terminal"))
                .contains("{\"location\":\"kirjasto\",\"terminal\":\"" + terminal.id() + "\",\"start\"");
        assertThat(rows("location=kaupunki&by=question&grain=hour"))
                .contains(
                        "{\"location\":\"kaupunki\",\"question\":\"service@1\",\"kind\":\"faces\",\"start\":\"2026-11-22T11:00\","
                                + "\"end\":\"2026-11-22T12:00\"");
        assertThat(rows("location=kirjasto&by=location&grain=week&from=2026-11-01&to=2026-11-30"))
                .contains("\"start\":\"2026-11-16T00:00\",\"end\":\"2026-11-23T00:00\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'',location must be",
        "location=,location must be",
        "location=A,location must be",
        "location=kaupunki&from=yesterday,from must be a day such as",
        "location=kaupunki&to=2026-13-01,to must be a day such as",
        "location=kaupunki&to=1969-12-31,to must be between",
        "location=kaupunki&from=+99999-01-01,from must be",
        "location=kaupunki&from=2026-11-23,from must not be after to",
        "location=kaupunki&from=2000-01-01,to must be less than 3700 days",
        "location=kaupunki&from=2025-01-01&grain=hour,to must be less than 400 days",
        "location=kaupunki&grain=minute,'grain must be one of total, hour, day, week, month'",
        "location=kaupunki&grain=TOTAL,grain must be one of",
        "location=kaupunki&by=branch,'by must be one of location, terminal, question'",
    })
    void badParametersAreRefusedAndNamed(String parameters, String detail) {
        TestServer.Answer answer = server.get("/api/v1/results?" + parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("bad-value");
        assertThat(answer.detail()).startsWith(detail);
    }

    @Test
    void unknownLocationIsNotFound() {
        TestServer.Answer answer = server.get("/api/v1/results?location=missing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.detail()).contains("missing");
    }
}

package hymio.provisioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.wire.Limits;
import hymio.wire.Place;
import hymio.wire.Texts;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerApiTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void wrongTokenIsShownAsTheServerExplainsIt() {
        server.enqueue(problem("not-signed-in", 401, "The access token is not known. Make one with: hymio admin"));
        assertThatThrownBy(() -> api().locations())
                .isInstanceOf(ServerException.class)
                .hasMessage("The access token is not known. Make one with: hymio admin (401 not-signed-in)");
    }

    @Test
    void badValueIsShownAsTheServerNamesIt() {
        server.enqueue(problem("bad-value", 422, "parent: there is no location x. Add it first."));
        assertThatThrownBy(() -> api().add(new Place("a", Texts.of("A", "A", "A"), "x", "UTC")))
                .isInstanceOf(ServerException.class)
                .hasMessage("parent: there is no location x. Add it first. (422 bad-value)");
    }

    @Test
    void otherServersAreRecognised() {
        for (MockResponse other : new MockResponse[] {
            answer(200, "text/html", "<html>Sign in to the guest network</html>"),
            answer(200, "application/json", "<html>"),
            answer(200, "application/json", "{\"places\":[]}"),
            answer(502, "text/html", "Bad gateway"),
            answer(500, "application/problem+json", "{}"),
            answer(200, "application/json", ""),
        }) {
            server.enqueue(other);
            assertThatThrownBy(() -> api().locations())
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("not as a Hymiö server does")
                    .hasMessageContaining("--server");
        }
    }

    @Test
    void redirectIsNotFollowedButNamed() {
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .addHeader("Location", "https://palaute.example.fi/")
                .build());
        assertThatThrownBy(() -> api().locations())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("https://palaute.example.fi/");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nothingAnswering() {
        ServerApi api = api();
        server.close();
        assertThatThrownBy(api::locations)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("Nothing answers at http://localhost:")
                .hasMessageContaining("Is the server running?");
    }

    @Test
    void unknownHostIsNamed() {
        ServerApi api = new ServerApi("http://no-such-host.invalid", "t", Duration.ofSeconds(5));
        assertThatThrownBy(api::locations)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("no-such-host.invalid");
    }

    @Test
    void silentServerIsGivenUpInTime() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertThatThrownBy(() -> api().locations())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("did not answer within 0.5 s");
    }

    @Test
    void answerCutShortIsNamed() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("{\"locations\":[]}".repeat(1000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThatThrownBy(() -> api().locations())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("broke");
    }

    @Test
    void endlessAnswerIsNotSwallowed() {
        server.enqueue(answer(200, "application/json", " ".repeat(Limits.UNPACKED_BYTES + 1)));
        ServerApi api = new ServerApi(server.url("/").toString(), "t", Duration.ofSeconds(20));
        assertThatThrownBy(api::locations).isInstanceOf(ServerException.class).hasMessageContaining("larger than");
    }

    @Test
    void figuresAreReadAndUnknownFieldsIgnored() throws Exception {
        server.enqueue(answer(200, "application/json", """
                {"rows":[{"location":"a","start":"2026-11-22T00:00:00","end":"2026-11-23T00:00:00",
                "options":{"1":4,"4":1},"total":5,"index":80.0},
                {"location":"b","options":{},"total":0,"index":null}]}"""));
        Figures figures = api().figures("a", LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 23));
        assertThat(figures.rows())
                .containsExactly(new Figures.Row("a", Map.of(1, 4L, 4, 1L), 5), new Figures.Row("b", Map.of(), 0));
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/api/v1/results?location=a&from=2026-11-21&to=2026-11-23&grain=total&by=location");
    }

    private ServerApi api() {
        return new ServerApi(server.url("/").toString(), "t", Duration.ofMillis(500));
    }

    private static MockResponse problem(String word, int status, String detail) {
        return answer(
                status,
                "application/problem+json",
                "{\"type\":\"urn:hymio:problem:%s\",\"title\":\"T\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(word, status, detail));
    }

    private static MockResponse answer(int status, String media, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", media)
                .body(body)
                .build();
    }
}

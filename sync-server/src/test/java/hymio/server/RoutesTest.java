package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.db.Db;
import hymio.server.http.OpenApi;
import hymio.wire.WireCodec;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    private static TestServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void openApiDocumentNamesExactlyTheRoutes() throws IOException {
        TreeSet<String> documented = new TreeSet<>();
        try (InputStream in = OpenApi.class.getResourceAsStream("/hymio/server/openapi.json")) {
            Map<String, Object> document = new WireCodec().read(in.readAllBytes(), Map.class);
            ((Map<String, Map<String, Object>>) document.get("paths"))
                    .forEach((path, methods) -> methods.keySet()
                            .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        }
        assertThat(documented).isEqualTo(registered());
    }

    private Set<String> registered() {
        try (Db db = TestDatabase.open(folder);
                Features features = new Features(db, new WireCodec(), new TestClock(), 20)) {
            Javalin javalin = Javalin.create(config -> Routes.register(config.routes, features));
            TreeSet<String> routes = new TreeSet<>();
            javalin.unsafe.internalRouter.allHttpHandlers().stream()
                    .map(parsed -> parsed.endpoint)
                    .filter(endpoint -> endpoint.method.isHttpMethod())
                    .filter(endpoint -> endpoint.path.startsWith("/api/")
                            || Set.of("/healthz", "/readyz", "/metrics").contains(endpoint.path))
                    .forEach(endpoint -> routes.add(endpoint.method.name() + " " + endpoint.path));
            return routes;
        }
    }

    @Test
    void openApiDocumentIsServedToEveryone() {
        TestServer.Answer answer =
                server.send(server.request("/api/openapi.json").build());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).startsWith("{").contains("\"openapi\"");
    }

    @Test
    void healthIsWell() {
        assertThat(server.send(server.request("/healthz").build()).text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void unknownPathIsAProblem() {
        TestServer.Answer answer = server.get("/api/v1/nothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.detail()).contains("/api/v1/nothing");
    }

    @Test
    void otherMethodIsAProblem() {
        TestServer.Answer answer = server.send(server.request("/api/v1/batches")
                .method("PUT", RequestBody.create(new byte[0]))
                .build());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method");
    }

    @Test
    void scriptsWithoutATokenOrWithAWrongOneAreRefused() {
        for (String path :
                List.of("/api/v1/locations", "/api/v1/terminals", "/api/v1/results?location=a&from=nonsense")) {
            for (String authorization : List.of("", "Bearer ", "Bearer hymio_wrong", "Basic YTpi")) {
                Request request = server.request(path)
                        .header("Authorization", authorization)
                        .build();
                TestServer.Answer answer = server.send(request);
                assertThat(answer.status()).as(path + authorization).isEqualTo(401);
                assertThat(answer.problem()).isEqualTo("not-signed-in");
            }
        }
    }

    @Test
    void requestThatIsNoHttpIsAProblemToo() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream()) {
            socket.setSoTimeout(20_000);
            out.write("NONSENSE\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("jetty");
        }
    }

    @Test
    void noAnswerNamesTheServersSoftware() {
        TestServer.Answer answer = server.get("/api/v1/locations");
        assertThat(answer.headers().get("Server")).isNull();
        assertThat(answer.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers().get("Cache-Control")).isEqualTo("no-store");
    }
}

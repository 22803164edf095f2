package hymio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.access.Grant;
import hymio.server.access.Secrets;
import hymio.server.access.TokenStore;
import hymio.server.audit.Author;
import hymio.server.db.Db;
import hymio.server.http.Listen;
import hymio.wire.Batch;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentCode;
import hymio.wire.Problem;
import hymio.wire.Texts;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A real server on a folder and port of its own, and a client that speaks to it over a socket. */
public final class TestServer implements AutoCloseable {
    private static final MediaType JSON = MediaType.get(Wire.JSON);

    public final TestClock clock = new TestClock();
    public final WireCodec codec = new WireCodec();
    private final Path folder;
    private final HymioServer server;
    private final OkHttpClient http =
            new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
    private final String token;

    public TestServer() throws IOException {
        this(Files.createTempDirectory("hymio-server"), "test");
    }

    /** On the database of this folder, beside other servers that are on it already. */
    public TestServer(Path folder) {
        this(folder, "test " + UUID.randomUUID());
    }

    private TestServer(Path folder, String tokenName) {
        this.folder = folder;
        server = HymioServer.start(
                new HymioServer.Options(TestDatabase.of(folder), Listen.plain("127.0.0.1", 0), 20), clock);
        try (Db db = database()) {
            token = token(db, tokenName, Grant.EVERYTHING);
        }
    }

    private String token(Db db, String name, Grant grant) {
        TokenStore tokens = new TokenStore(db, new Secrets(new SecureRandom()));
        return ((TokenStore.Created.Told) tokens.create(name, grant, Author.command(clock))).token();
    }

    /** A new access token. */
    public String token(String name, Grant grant) {
        try (Db db = database()) {
            return token(db, name, grant);
        }
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, Headers headers, byte[] bytes) {
        public String text() {
            return new String(bytes, UTF_8);
        }

        public <T> T as(Class<T> type) {
            return new WireCodec().read(bytes, type);
        }

        public String problem() {
            return headers.get("Content-Type").equals(Wire.PROBLEM_JSON)
                    ? as(Problem.class).word()
                    : "no problem";
        }

        public String detail() {
            return as(Problem.class).detail();
        }
    }

    /** A terminal's credentials. */
    public record Enrolled(String id, String bearer) {}

    /** The server's database, opened beside it. */
    public Db database() {
        return TestDatabase.openBeside(folder);
    }

    public int port() {
        return server.port();
    }

    public Request.Builder request(String path) {
        return new Request.Builder().url("http://127.0.0.1:" + port() + path);
    }

    public Answer send(Request request) {
        try (Response response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer get(String path) {
        return send(request(path).header("Authorization", "Bearer " + token).build());
    }

    public Answer post(String path, Object message) {
        return post(path, new String(codec.write(message), UTF_8));
    }

    public Answer post(String path, String json) {
        return ask("POST", path, json);
    }

    public Answer put(String path, String json) {
        return ask("PUT", path, json);
    }

    public Answer delete(String path) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .delete()
                .build());
    }

    private Answer ask(String method, String path, String json) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, RequestBody.create(json.getBytes(UTF_8), JSON))
                .build());
    }

    /** Brings in what may be a bundle. */
    public Answer bundle(byte[] file) {
        return bundle(file, "application/octet-stream");
    }

    public Answer bundle(byte[] file, String mediaType) {
        return send(request(Wire.BUNDLES)
                .header("Authorization", "Bearer " + token)
                .post(RequestBody.create(file, MediaType.get(mediaType)))
                .build());
    }

    /** A request as a terminal sends it; without credentials when the bearer is null. */
    public Request.Builder terminal(String path, @Nullable String bearer) {
        Request.Builder request = request(path).header(Wire.VERSION_HEADER, "1");
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    public Answer send(Enrolled terminal, Batch batch) {
        return sendRaw(terminal, codec.gzip(codec.write(batch)));
    }

    public Answer sendRaw(Enrolled terminal, byte[] gzip) {
        return send(terminal(Wire.BATCHES, terminal.bearer())
                .header("Content-Encoding", "gzip")
                .post(RequestBody.create(gzip, JSON))
                .build());
    }

    public Answer sendPlain(Enrolled terminal, String json) {
        return send(terminal(Wire.BATCHES, terminal.bearer())
                .post(RequestBody.create(json.getBytes(UTF_8), JSON))
                .build());
    }

    public Answer enrol(String code, String secret) {
        String json = new String(codec.write(Map.of("code", code, "secret", secret, "app", "0.1.0")), UTF_8);
        return send(terminal(Wire.ENROLMENTS, null)
                .post(RequestBody.create(json.getBytes(UTF_8), JSON))
                .build());
    }

    public Answer location(String id, String parent, String zone) {
        return post(Wire.LOCATIONS, Map.of("id", id, "name", Texts.of(id, id, id), "parent", parent, "zone", zone));
    }

    public String code(String location, String name) {
        return post(Wire.CODES, Map.of("location", location, "name", name))
                .as(EnrolmentCode.class)
                .code();
    }

    public Enrolled enrolled(String location) {
        String secret = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        Answer answer = enrol(code(location, "Terminal at " + location), secret);
        String id = answer.as(Enrolment.class).terminal();
        return new Enrolled(id, id + "." + secret);
    }

    @Override
    public void close() {
        server.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}

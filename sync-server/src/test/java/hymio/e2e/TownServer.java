package hymio.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The real server as a process, with one library in it, driven by the commands an administrator types. */
final class TownServer implements AutoCloseable {
    private static final String READY = "ready at (http://\\S+)";

    private final List<String> prefix;
    private final Path data;
    private final OkHttpClient http = new OkHttpClient();
    final String url;
    final String token;
    private Program program;

    static TownServer start(Path folder) throws InterruptedException {
        return start(List.of(), folder.resolve("server"), 0);
    }

    /**
     * @param prefix a command that runs the server elsewhere, or nothing
     * @param port 0 for any free one
     */
    static TownServer start(List<String> prefix, Path data, int port) throws InterruptedException {
        Program server = serve(prefix, data, port);
        String url = server.await(READY).group(1).replaceAll("/$", "");
        Program admin = Program.hymio(
                prefix, Map.of(), "admin", "--data", data.toString(), "token", "create", "test", "--json");
        TownServer town = new TownServer(prefix, data, server, url, json(admin, "token"));
        town.provision(
                "location",
                "add",
                "--id",
                "kirjasto",
                "--name-fi",
                "Pääkirjasto",
                "--name-sv",
                "Huvudbiblioteket",
                "--name-en",
                "Main library");
        return town;
    }

    private TownServer(List<String> prefix, Path data, Program program, String url, String token) {
        this.prefix = prefix;
        this.data = data;
        this.program = program;
        this.url = url;
        this.token = token;
    }

    private static Program serve(List<String> prefix, Path data, int port) {
        return Program.hymio(
                prefix,
                Map.of(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--poll-seconds",
                "1");
    }

    Program program() {
        return program;
    }

    void kill() throws InterruptedException {
        program.kill();
    }

    /** On the same port as before. */
    void startAgain() {
        program = serve(prefix, data, port());
    }

    void awaitReady() {
        program.await(READY);
    }

    int port() {
        return URI.create(url).getPort();
    }

    String code(String terminal) throws InterruptedException {
        return json(provisionProgram("code", "--location", "kirjasto", "--name", terminal, "--json"), "code");
    }

    void provision(String... words) throws InterruptedException {
        provisionTyping("", words);
    }

    /** A command that reads what must not stand among its words. */
    void provisionTyping(String typed, String... words) throws InterruptedException {
        try (Program program = provisionProgram(words)) {
            program.type(typed);
            if (program.exit(Duration.ofSeconds(60)) != 0) {
                throw new AssertionError(String.join("\n", program.lines()));
            }
        }
    }

    /** The body of {@code GET /api/v1/results?…}. */
    String results(String query) {
        Request request = new Request.Builder()
                .url(url + "/api/v1/results?" + query)
                .header("Authorization", "Bearer " + token)
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.body().string();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks until the answer holds the text. */
    void awaitResults(String query, String wanted) throws InterruptedException {
        String last = "";
        for (int i = 0; i < 300; i++) {
            last = results(query);
            if (last.contains(wanted)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never " + wanted + " but " + last);
    }

    @Override
    public void close() {
        program.close();
        http.connectionPool().evictAll();
    }

    private Program provisionProgram(String... words) {
        String[] args = new String[words.length + 5];
        System.arraycopy(new String[] {"provision", "--server", url, "--token", token}, 0, args, 0, 5);
        System.arraycopy(words, 0, args, 5, words.length);
        return Program.hymio(Map.of(), args);
    }

    private static String json(Program program, String field) throws InterruptedException {
        try (program) {
            int exit = program.exit(Duration.ofSeconds(60));
            Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(String.join("\n", program.lines()));
            if (exit != 0 || !found.find()) {
                throw new AssertionError("exit " + exit + ": " + String.join("\n", program.lines()));
            }
            return found.group(1);
        }
    }
}

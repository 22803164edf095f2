package hymio.provisioning;

import hymio.wire.Problem;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import picocli.CommandLine;

/** Runs the command line in this process and keeps what it printed. */
record Cli(int exit, String out, String err) {
    static Cli run(String... args) {
        return run(Map.of(), args);
    }

    static Cli run(Map<String, String> environment, String... args) {
        return run(ProvisionMain.commandLine(environment, Optional::empty), args);
    }

    /** Runs with a PIN that somebody types; empty when the two that were typed differ. */
    static Cli typing(Optional<String> pin, String... args) {
        return run(ProvisionMain.commandLine(Map.of(), () -> pin), args);
    }

    private static Cli run(CommandLine commandLine, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return new Cli(commandLine.execute(args), out.toString(), err.toString());
    }

    /** Runs with the server and a token in front of the words. */
    static Cli at(MockWebServer server, String... words) {
        return run(args(server, words));
    }

    static String[] args(MockWebServer server, String... words) {
        String[] args = new String[words.length + 4];
        System.arraycopy(words, 0, args, 4, words.length);
        args[0] = "--server";
        args[1] = server.url("/").toString();
        args[2] = "--token";
        args[3] = "tok-en";
        return args;
    }

    static MockResponse json(int status, Object body) {
        return answer(status, Wire.JSON, new String(new WireCodec().write(body), StandardCharsets.UTF_8));
    }

    static MockResponse problem(String word, int status, String detail) {
        Problem problem = Problem.of(word, status, "Title", detail);
        return answer(status, Wire.PROBLEM_JSON, new String(new WireCodec().write(problem), StandardCharsets.UTF_8));
    }

    static MockResponse answer(int status, String media, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", media)
                .body(body)
                .build();
    }
}

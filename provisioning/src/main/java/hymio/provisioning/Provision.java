package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all provisioning commands share: the options that reach the server, and how a result is printed. */
@Command(
        name = "./hymio provision",
        scope = ScopeType.INHERIT,
        sortOptions = false,
        description = "Makes and looks after locations, terminals, questionnaires and settings.",
        footer = {
            "",
            "Exit codes: 0 done, 1 the server refused or could not be asked, 2 wrong use.",
        })
final class Provision extends Group {
    static final String TOKEN_VARIABLE = "HYMIO_TOKEN";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int TOKEN_FILE_BYTES = 4_096;

    private final Map<String, String> environment;
    private final WireCodec codec = new WireCodec();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
    private CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Address of the server, such as https://palaute.example.fi/")
    private @Nullable String server;

    @Option(
            names = "--token",
            paramLabel = "T",
            scope = ScopeType.INHERIT,
            description = "Access token. Others on this machine can see it in the list of processes: the environment"
                    + " variable " + TOKEN_VARIABLE + " or --token-file keeps it private.")
    private @Nullable String token;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File that holds the access token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON document on standard output; messages go to standard error.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads the annotation
    private boolean help;

    Provision(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Opens the server that the options name. */
    ServerApi open() {
        if (server == null) {
            throw wrongUse("Which server? Give its address: --server URL");
        }
        return new ServerApi(server, theToken(), TIMEOUT);
    }

    /** Prints a result as JSON or for a person. */
    void print(Object document, Supplier<String> human) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? new String(codec.write(document), StandardCharsets.UTF_8) : human.get());
        out.flush();
    }

    /**
     * A text from the command line.
     *
     * @throws ParameterException when the shell's locale broke its letters
     */
    String text(String option, String value) {
        if (value.indexOf('\uFFFD') >= 0) {
            throw wrongUse("The letters of " + option + " were lost on the way: set LC_ALL=C.UTF-8 and try again.");
        }
        return value;
    }

    ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String theToken() {
        if (token != null && tokenFile != null) {
            throw wrongUse("Give either --token or --token-file, not both.");
        }
        if (token != null) {
            return token;
        }
        if (tokenFile != null) {
            return read(tokenFile);
        }
        String fromEnvironment = environment.getOrDefault(TOKEN_VARIABLE, "").strip();
        if (fromEnvironment.isEmpty()) {
            throw wrongUse("No access token. Give one with --token-file FILE, the environment variable "
                    + TOKEN_VARIABLE + " or --token T. Make one with: ./hymio admin --data DIR token create NAME");
        }
        return fromEnvironment;
    }

    private String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(TOKEN_FILE_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw wrongUse("The token file " + file + " cannot be read (" + e.getMessage() + ").");
        }
    }
}

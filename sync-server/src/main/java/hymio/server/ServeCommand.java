package hymio.server;

import hymio.server.db.Storage;
import hymio.server.http.Listen;
import hymio.server.http.Proxies;
import hymio.server.http.TlsFiles;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the server until it is told to stop (SIGTERM, Ctrl-C). */
@Command(name = "serve", description = "Runs the server until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;
    private static final int POLL_MAX = 86_400;

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StorageOptions storage = new StorageOptions();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; default: ${DEFAULT-VALUE}, this machine only.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port to listen on, 0 for any free one; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--poll-seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long terminals wait between calls; default: ${DEFAULT-VALUE}.")
    private int pollSeconds;

    @Option(
            names = "--tls-certificate",
            paramLabel = "PEM",
            description = "Certificate of this server, then those above it; with it the server speaks HTTPS only."
                    + " A renewed one is taken up without a restart.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "PEM", description = "Private key of the certificate, PKCS #8.")
    private @Nullable Path key;

    @Option(
            names = "--plain-http",
            description = "Lets other machines reach the server without TLS; everything can then be read on the way.")
    private boolean plainHttp;

    @Option(
            names = "--behind-proxy",
            paramLabel = "ADDRESSES",
            split = ",",
            description =
                    "Proxies whose X-Forwarded-For, -Proto and -Host are believed, such as 127.0.0.1,10.1.0.0/16.")
    private List<String> proxies = List.of();

    ServeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        inRange("--port", port, 0, PORT_MAX);
        inRange("--poll-seconds", pollSeconds, 1, POLL_MAX);
        Listen listen = new Listen(host, port, tls(), named());
        Storage data = storage.storage(spec.commandLine(), "./hymio serve --data DIR");
        warnOfPlainHttp();
        HymioServer server = HymioServer.start(new HymioServer.Options(data, listen, pollSeconds), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        String address = listen.url(server.port());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Hymiö server ready at " + address);
        server.setupToken()
                .ifPresent(token -> out.println("Set a password and sign in: " + address + "setup?token=" + token));
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private Optional<TlsFiles> tls() {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw wrong("--tls-certificate and --tls-key go together; name both.");
        }
        if (plainHttp) {
            throw wrong("With a certificate the server speaks HTTPS only; leave --plain-http out.");
        }
        return Optional.of(new TlsFiles(certificate, key));
    }

    private Proxies named() {
        try {
            return Proxies.of(proxies);
        } catch (IllegalArgumentException e) {
            throw wrong("--behind-proxy: " + e.getMessage());
        }
    }

    /** Passwords and secrets of terminals would cross the network for everybody to read. */
    private void warnOfPlainHttp() {
        if (loopback() || certificate != null) {
            return;
        }
        if (!plainHttp) {
            throw wrong("At " + host + " other machines reach this server, and HTTP is not encrypted. Give it a"
                    + " certificate with --tls-certificate and --tls-key, or put a proxy with TLS on this machine and"
                    + " leave --host out. To do without nevertheless, say --plain-http.");
        }
        spec.commandLine()
                .getErr()
                .println(
                        "Warning: other machines reach this server and HTTP is not encrypted. Passwords and secrets can"
                                + " be read on the way. Use --tls-certificate and --tls-key, or a proxy with TLS before it.");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void inRange(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw wrong(option + " must be from " + min + " to " + max + ", not " + value);
        }
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ParameterException(spec.commandLine(), "--host: there is no address " + host, e);
        }
    }
}

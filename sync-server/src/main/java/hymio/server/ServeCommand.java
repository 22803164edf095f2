package hymio.server;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

    ServeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        inRange("--port", port, 0, PORT_MAX);
        inRange("--poll-seconds", pollSeconds, 1, POLL_MAX);
        PrintWriter err = spec.commandLine().getErr();
        if (!loopback()) {
            err.println(
                    "Other machines can reach this server and HTTP is not encrypted. Put a proxy with TLS before it.");
        }
        HymioServer server = HymioServer.start(
                new HymioServer.Options(
                        storage.storage(spec.commandLine(), "./hymio serve --data DIR"), host, port, pollSeconds),
                clock);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        String address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/";
        PrintWriter out = spec.commandLine().getOut();
        out.println("Hymiö server ready at " + address);
        server.setupToken()
                .ifPresent(token -> out.println("Set a password and sign in: " + address + "setup?token=" + token));
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private void inRange(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be from " + min + " to " + max + ", not " + value);
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

package hymio.server.http;

import hymio.wire.WireCodec;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The HTTP server: Javalin's routes on a Jetty connector set for herds of terminals. */
public final class WebServer implements AutoCloseable {
    /** With Jetty's default, hundreds of connections were lost when ten thousand terminals came at once. */
    private static final int ACCEPT_QUEUE = 4_096;
    /** A stalled client gives its connection back after this. */
    private static final int IDLE_MILLIS = 30_000;
    /** How long requests under way may take to finish at the end. */
    private static final int STOP_MILLIS = 10_000;
    /** At the end, connections on which nothing moves are closed after this; requests under way are not. */
    private static final int STOP_IDLE_MILLIS = 100;

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @throws ListenException when it cannot listen there; fit to show to a person
     */
    public static WebServer start(String host, int port, WireCodec codec, Consumer<RoutesConfig> routes) {
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            config.concurrency.useVirtualThreads = true;
            config.http.prefer405over404 = true;
            config.jetty.modifyServer(server -> prepare(server, codec));
            config.jetty.addConnector((server, http) -> connector(server, http, host, port));
            new Problems(codec).register(config.routes);
            routes.accept(config.routes);
        });
        try {
            javalin.start();
        } catch (JavalinException e) {
            javalin.stop();
            throw explained(e, host, port);
        }
        return new WebServer(javalin);
    }

    public int port() {
        return javalin.port();
    }

    /** Takes no new requests, lets those under way finish, and ends. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void prepare(Server server, WireCodec codec) {
        server.setStopTimeout(STOP_MILLIS);
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new EarlyProblems(codec));
    }

    private static Connector connector(Server server, HttpConfiguration http, String host, int port) {
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
        return connector;
    }

    private static RuntimeException explained(JavalinException e, String host, int port) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof UnresolvedAddressException) {
                return new ListenException("Cannot listen on " + host + " port " + port + " ("
                        + (cause.getMessage() == null ? "unknown host" : cause.getMessage())
                        + "). Stop the program that uses it, or choose another with --port or --host.");
            }
        }
        return e;
    }
}

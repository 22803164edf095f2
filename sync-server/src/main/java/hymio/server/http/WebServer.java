package hymio.server.http;

import hymio.wire.WireCodec;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

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

    /** A browser that came here over TLS once asks for nothing else so long: a year. */
    private static final long STRICT_SECONDS = 31_536_000;

    private final Javalin javalin;
    private final Optional<CertificateLoop> certificate;

    private WebServer(Javalin javalin, Optional<CertificateLoop> certificate) {
        this.javalin = javalin;
        this.certificate = certificate;
    }

    /**
     * Starts to listen.
     *
     * @throws ListenException when it cannot listen there; fit to show to a person
     * @throws TlsException when certificate or key cannot be used; fit to show to a person
     */
    public static WebServer start(Listen listen, WireCodec codec, InstantSource clock, Consumer<RoutesConfig> routes) {
        return start(listen, codec, clock, CertificateLoop.PACE, routes);
    }

    static WebServer start(
            Listen listen, WireCodec codec, InstantSource clock, Duration pace, Consumer<RoutesConfig> routes) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        Optional<CertificateLoop> certificate = listen.tls().map(files -> new CertificateLoop(files, tls, clock, pace));
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            config.concurrency.useVirtualThreads = true;
            config.http.prefer405over404 = true;
            config.jetty.modifyServer(server -> prepare(server, codec));
            config.jetty.addConnector((server, http) -> connector(server, protocols(http, listen, tls), listen));
            new Problems(codec).register(config.routes);
            routes.accept(config.routes);
        });
        try {
            javalin.start();
        } catch (JavalinException e) {
            javalin.stop();
            throw explained(e, listen.host(), listen.port());
        }
        certificate.ifPresent(CertificateLoop::start);
        return new WebServer(javalin, certificate);
    }

    public int port() {
        return javalin.port();
    }

    /** Takes no new requests, lets those under way finish, and ends. */
    @Override
    public void close() {
        certificate.ifPresent(CertificateLoop::close);
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

    private static ConnectionFactory[] protocols(HttpConfiguration http, Listen listen, SslContextFactory.Server tls) {
        http.setSendServerVersion(false);
        if (listen.tls().isPresent()) {
            // Terminals and staff reach the server by addresses and names that no certificate's SNI can tell apart.
            http.addCustomizer(new SecureRequestCustomizer(false, STRICT_SECONDS, false));
        }
        http.addCustomizer(new TrustProxies(listen.proxies()));
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        if (listen.tls().isEmpty()) {
            return new ConnectionFactory[] {http1};
        }
        ALPNServerConnectionFactory either = new ALPNServerConnectionFactory();
        either.setDefaultProtocol(http1.getProtocol());
        return new ConnectionFactory[] {
            new SslConnectionFactory(tls, either.getProtocol()), either, new HTTP2ServerConnectionFactory(http), http1
        };
    }

    private static Connector connector(Server server, ConnectionFactory[] protocols, Listen listen) {
        ServerConnector connector = new ServerConnector(server, protocols);
        connector.setHost(listen.host());
        connector.setPort(listen.port());
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

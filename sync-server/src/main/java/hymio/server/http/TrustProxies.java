package hymio.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request that a named proxy passed on look as it came to that proxy: the client's address, whether it spoke
 * HTTPS, and the host it asked for. Of {@code X-Forwarded-For} the last address counts that is no named proxy, since
 * everything to the left of it is only the client's word. From anybody else these headers say nothing. Thread-safe.
 */
final class TrustProxies implements HttpConfiguration.Customizer {
    private static final Logger LOG = LoggerFactory.getLogger(TrustProxies.class);

    private final Proxies proxies;
    private final AtomicBoolean told = new AtomicBoolean();

    TrustProxies(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        InetAddress direct = direct(request);
        if (proxies.contains(direct)) {
            return new Forwarded(request, client(direct, request.getHeaders()));
        }
        boolean forwarded = request.getHeaders().contains(HttpHeader.X_FORWARDED_FOR);
        if (forwarded && direct != null && told.compareAndSet(false, true)) {
            LOG.info(
                    "A request from {} says whom it was forwarded for; that is not believed. If your proxy stands"
                            + " there, name it with --behind-proxy.",
                    direct.getHostAddress());
        }
        return named(request);
    }

    /** HTTP/2 has no Host header (RFC 9113, 8.3.1), but everything behind reads it. */
    private static Request named(Request request) {
        boolean whole = request.getHeaders().contains(HttpHeader.HOST)
                || request.getHttpURI().getAuthority() == null;
        return whole
                ? request
                : new Request.Wrapper(request) {
                    private final HttpFields headers = withHost(
                            request.getHeaders(),
                            String.valueOf(request.getHttpURI().getAuthority()));

                    @Override
                    public HttpFields getHeaders() {
                        return headers;
                    }
                };
    }

    private static @Nullable InetAddress direct(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }

    private @Nullable InetAddress client(@Nullable InetAddress direct, HttpFields headers) {
        InetAddress client = direct;
        for (String hop : headers.getCSV(HttpHeader.X_FORWARDED_FOR, false).reversed()) {
            InetAddress before = Peer.literal(hop);
            if (before == null) {
                return client;
            }
            client = before;
            if (!proxies.contains(client)) {
                return client;
            }
        }
        return client;
    }

    private static HttpFields withHost(HttpFields headers, String host) {
        return HttpFields.build(headers).put(new HostPortHttpField(host));
    }

    private static final class Forwarded extends Request.Wrapper {
        private final ConnectionMetaData connection;
        private final HttpURI uri;
        private final HttpFields headers;

        Forwarded(Request request, @Nullable InetAddress client) {
            super(request);
            String proto = last(
                    request, HttpHeader.X_FORWARDED_PROTO, request.getHttpURI().getScheme());
            boolean secure = "https".equalsIgnoreCase(proto);
            String host = host(request);
            SocketAddress address = client == null
                    ? request.getConnectionMetaData().getRemoteSocketAddress()
                    : new InetSocketAddress(client, 0);
            connection = new Seen(request.getConnectionMetaData(), address, secure);
            HttpURI.Mutable changed = HttpURI.build(request.getHttpURI()).scheme(secure ? "https" : "http");
            uri = (host == null ? changed : changed.authority(host)).asImmutable();
            headers = host == null ? request.getHeaders() : withHost(request.getHeaders(), host);
        }

        /** Clients may invent one that proxies pass on; what is no host is not taken. */
        private static @Nullable String host(Request request) {
            String own = request.getHeaders().get(HttpHeader.HOST);
            String otherwise = own == null ? request.getHttpURI().getAuthority() : own;
            String said = last(request, HttpHeader.X_FORWARDED_HOST, otherwise);
            try {
                return said == null ? null : new HostPort(said).toString();
            } catch (IllegalArgumentException e) {
                return otherwise;
            }
        }

        /** What the proxy nearest to us says. */
        private static @Nullable String last(Request request, HttpHeader header, @Nullable String otherwise) {
            List<String> said = request.getHeaders().getCSV(header, false);
            return said.isEmpty() ? otherwise : said.getLast();
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public boolean isSecure() {
            return connection.isSecure();
        }
    }

    private static final class Seen extends ConnectionMetaData.Wrapper {
        private final SocketAddress client;
        private final boolean secure;

        Seen(ConnectionMetaData connection, SocketAddress client, boolean secure) {
            super(connection);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }
    }
}

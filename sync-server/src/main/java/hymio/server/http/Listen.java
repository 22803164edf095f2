package hymio.server.http;

import java.util.Optional;

/**
 * Where and how the server listens.
 *
 * @param port 0 for any free one
 * @param tls empty for plain HTTP
 * @param proxies whose word about the client is taken
 */
public record Listen(String host, int port, Optional<TlsFiles> tls, Proxies proxies) {
    /** Plain HTTP without a proxy. */
    public static Listen plain(String host, int port) {
        return new Listen(host, port, Optional.empty(), Proxies.NONE);
    }

    /** The address to type into a browser. */
    public String url(int actualPort) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return (tls.isPresent() ? "https://" : "http://") + name + ":" + actualPort + "/";
    }
}

package hymio.server.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who asks, and how: what a named proxy says of it is seen already ({@link TrustProxies}). */
public final class Peer {
    private static final int IPV6_NETWORK_BYTES = 8;

    /** Whether the browser speaks HTTPS, with this server or with a named proxy before it. */
    public static boolean secure(Context ctx) {
        return ctx.req().isSecure();
    }

    /**
     * The network that a guess comes from: an IPv4 address, or the /64 of an IPv6 address, since one home has 2^64 of
     * those.
     */
    public static String network(Context ctx) {
        return network(ctx.ip());
    }

    static String network(String direct) {
        InetAddress address = literal(direct);
        return address == null ? direct : network(address);
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, IPV6_NETWORK_BYTES) + "/64"
                : address.getHostAddress();
    }

    /** Never asks a name server. */
    static @Nullable InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Peer() {}
}

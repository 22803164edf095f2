package hymio.server.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who asks, and how it came here: directly, or through a proxy that ends TLS. */
public final class Peer {
    private static final int IPV6_NETWORK_BYTES = 8;

    /**
     * Whether the browser speaks HTTPS. {@code X-Forwarded-Proto} is believed from anyone: who invents it harms only
     * the cookies of its own answer.
     */
    public static boolean secure(Context ctx) {
        return ctx.req().isSecure() || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
    }

    /**
     * The network that a guess comes from: an IPv4 address, or the /64 of an IPv6 address, since one home has 2^64 of
     * those. Behind a proxy on this machine it is the last address of {@code X-Forwarded-For}, the one which that proxy
     * saw itself.
     */
    public static String network(Context ctx) {
        return network(ctx.ip(), ctx.header("X-Forwarded-For"));
    }

    static String network(String direct, @Nullable String forwarded) {
        InetAddress address = literal(direct);
        if (address == null) {
            return direct;
        }
        InetAddress behind = address.isLoopbackAddress() && forwarded != null ? literal(last(forwarded)) : null;
        return network(behind == null ? address : behind);
    }

    private static String last(String list) {
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, IPV6_NETWORK_BYTES) + "/64"
                : address.getHostAddress();
    }

    /** Never asks a name server. */
    private static @Nullable InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Peer() {}
}

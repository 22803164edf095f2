package hymio.server.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
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
        InetAddress direct = literal(ctx.ip());
        String forwarded = ctx.header("X-Forwarded-For");
        if (direct == null) {
            return ctx.ip();
        }
        InetAddress behind = direct.isLoopbackAddress() && forwarded != null ? literal(last(forwarded)) : null;
        return network(behind == null ? direct : behind);
    }

    private static String last(String list) {
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        return "/64 " + Arrays.toString(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES));
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

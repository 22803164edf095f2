package hymio.server.http;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxies whose {@code X-Forwarded-…} headers are believed, by address. Immutable. */
public final class Proxies {
    /** Nobody's word is taken. */
    public static final Proxies NONE = new Proxies(List.of());

    private final List<Network> networks;

    private Proxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * @param addresses each an IP address or a network such as {@code 10.0.0.0/8}; names are not looked up
     * @throws IllegalArgumentException when one is neither; fit to show to a person
     */
    public static Proxies of(List<String> addresses) {
        return new Proxies(addresses.stream().map(Network::parse).toList());
    }

    /** Whether this is the address of one of them. */
    boolean contains(@Nullable InetAddress address) {
        return address != null && networks.stream().anyMatch(it -> it.contains(address.getAddress()));
    }

    /** An address and how many of its first bits count (RFC 4632). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(byte[] address, int bits) {
        static Network parse(String text) {
            String[] parts = text.strip().split("/", 2);
            try {
                byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
                int most = address.length * 8;
                int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
                if (bits >= 0 && bits <= most) {
                    return new Network(address, bits);
                }
            } catch (IllegalArgumentException e) { // told below
            }
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no IP address and no network such as 10.0.0.0/8 or fd00::/8");
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

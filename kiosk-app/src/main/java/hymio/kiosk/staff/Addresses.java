package hymio.kiosk.staff;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;

/** Where this terminal is in its network, for whoever must find it there. */
final class Addresses {
    private static final int MOST = 4;

    /** At most four addresses, the short IPv4 ones first; none without a network. */
    static List<String> now() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Addresses::up)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
                    .sorted(Comparator.comparing((InetAddress it) -> !(it instanceof Inet4Address)))
                    .map(it -> it.getHostAddress().replaceFirst("%.*", ""))
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            return List.of(); // no network at all
        }
    }

    private static boolean up(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (IOException e) {
            return false; // it was just unplugged
        }
    }

    private Addresses() {}
}

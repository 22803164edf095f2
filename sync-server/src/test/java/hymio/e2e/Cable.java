package hymio.e2e;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The one cable between an enclosure's network and this machine; it goes with the enclosure. */
final class Cable implements AutoCloseable {
    private final Enclosure enclosure;
    private final InetAddress near;

    /** Addresses are of the range for trials of networks (RFC 2544). */
    static Cable plug(Enclosure enclosure) throws InterruptedException, UnknownHostException {
        String name = "hymio" + enclosure.pid();
        String net = "198.18." + enclosure.pid() % 256 + ".";
        Enclosure.expectSuccess(List.of(
                "ip", "link", "add", name, "type", "veth", "peer", "name", "cable", "netns", "" + enclosure.pid()));
        Enclosure.expectSuccess(List.of("ip", "address", "add", net + "1/24", "dev", name));
        Enclosure.expectSuccess(List.of("ip", "link", "set", name, "up"));
        enclosure.run("ip link set lo up; ip address add " + net + "2/24 dev cable; ip link set cable up");
        return new Cable(enclosure, InetAddress.getByName(net + "1"));
    }

    private Cable(Enclosure enclosure, InetAddress near) {
        this.enclosure = enclosure;
        this.near = near;
    }

    /** This machine, as the enclosure sees it. */
    InetAddress near() {
        return near;
    }

    void pull() throws InterruptedException {
        enclosure.run("ip link set cable down");
    }

    void putBack() throws InterruptedException {
        enclosure.run("ip link set cable up");
    }

    @Override
    public void close() {
        enclosure.close();
    }
}

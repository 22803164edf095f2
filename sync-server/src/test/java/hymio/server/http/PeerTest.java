package hymio.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "192.0.2.7, -, 192.0.2.7",
                "192.0.2.7, 198.51.100.1, 192.0.2.7",
                "127.0.0.1, '203.0.113.9, 198.51.100.1', 198.51.100.1",
                "127.0.0.1, evil, 127.0.0.1",
                "::1, 198.51.100.1, 198.51.100.1",
                "2001:db8:1:2:aaaa::1, -, 20010db800010002/64",
                "2001:db8:1:2:bbbb::9, -, 20010db800010002/64",
                "127.0.0.1, 2001:db8:1:2:cccc::9, 20010db800010002/64",
                "::ffff:192.0.2.7, -, 192.0.2.7",
            })
    void guessesComeFromTheNetworkThatTheNearestProxySaw(String direct, String forwarded, String network) {
        assertThat(Peer.network(direct, forwarded)).isEqualTo(network);
    }
}

package hymio.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "evil, evil",
        "2001:db8:1:2:aaaa::1, 20010db800010002/64",
        "2001:db8:1:2:bbbb::9, 20010db800010002/64",
        "::ffff:192.0.2.7, 192.0.2.7",
    })
    void guessesComeFromANetwork(String direct, String network) {
        assertThat(Peer.network(direct)).isEqualTo(network);
    }
}

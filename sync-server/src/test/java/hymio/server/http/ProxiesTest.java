package hymio.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.TestClock;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "127.0.0.1, 127.0.0.2, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe80::1, false",
        "::ffff:192.0.2.7, 192.0.2.7, true",
    })
    void proxiesAreNamedByAddressOrNetwork(String named, String address, boolean inside) {
        assertThat(Proxies.of(List.of(named)).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0/8/8", "::1/129"})
    void whatIsNoAddressIsRefusedAndNeverLookedUp(String text) {
        assertThatThrownBy(() -> Proxies.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no IP address");
    }

    @Test
    void fromANamedProxyTheClientIsTheLastAddressThatIsNoProxy() throws IOException {
        try (WebServer web = server(Proxies.of(List.of("127.0.0.1", "10.0.0.0/8")))) {
            assertThat(ask(web, "203.0.113.9, 198.51.100.1", "https", "town.example"))
                    .isEqualTo("198.51.100.1 true town.example");
            assertThat(ask(web, "203.0.113.9, 198.51.100.1, 10.1.2.3", "http, https", "evil.example, town.example"))
                    .isEqualTo("198.51.100.1 true town.example");
            assertThat(ask(web, "evil", "http", "town.example")).isEqualTo("127.0.0.1 false town.example");
            assertThat(ask(web, "10.9.9.9", "http", "no/host:here"))
                    .isEqualTo("10.9.9.9 false 127.0.0.1:" + web.port());
            assertThat(ask(web, "evil, 10.1.2.3", "ftp", "town.example")).isEqualTo("10.1.2.3 false town.example");
        }
    }

    @Test
    void nobodyElseIsBelieved() throws IOException {
        try (WebServer web = server(Proxies.of(List.of("127.0.0.2")))) {
            assertThat(ask(web, "198.51.100.1", "https", "town.example"))
                    .isEqualTo("127.0.0.1 false 127.0.0.1:" + web.port());
        }
    }

    private static WebServer server(Proxies proxies) {
        return WebServer.start(
                new Listen("127.0.0.1", 0, Optional.empty(), proxies),
                new WireCodec(),
                new TestClock(),
                routes -> routes.get(
                        "/who", ctx -> ctx.result(ctx.ip() + " " + Peer.secure(ctx) + " " + ctx.header("Host"))));
    }

    private static String ask(WebServer web, String client, String proto, String host) throws IOException {
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + web.port() + "/who")
                .header("X-Forwarded-For", client)
                .header("X-Forwarded-Proto", proto)
                .header("X-Forwarded-Host", host)
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.body().string();
        }
    }
}

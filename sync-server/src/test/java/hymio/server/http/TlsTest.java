package hymio.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.TestClock;
import hymio.wire.WireCodec;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private static final Duration PACE = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private final HeldCertificate first = certificate("first");
    private final HeldCertificate second = certificate("second");
    private TlsFiles files;

    private static HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("localhost")
                .build();
    }

    @BeforeEach
    void write() throws IOException {
        files = new TlsFiles(folder.resolve("town.pem"), folder.resolve("town.key"));
        write(first, first);
    }

    private void write(HeldCertificate certificate, HeldCertificate key) throws IOException {
        Files.writeString(files.certificate(), certificate.certificatePem());
        Files.writeString(files.key(), key.privateKeyPkcs8Pem());
    }

    private WebServer server() {
        BrowserCookie cookie = new BrowserCookie("session", SameSite.LAX);
        Listen listen = new Listen("127.0.0.1", 0, Optional.of(files), Proxies.NONE);
        return WebServer.start(
                listen,
                new WireCodec(),
                new TestClock(),
                PACE,
                routes -> routes.get("/", ctx -> {
                    cookie.set(ctx, "t".repeat(43));
                    ctx.result(ctx.header("Host") + " " + Peer.secure(ctx));
                }));
    }

    private OkHttpClient client(List<Protocol> protocols) {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(first.certificate())
                .addTrustedCertificate(second.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .protocols(protocols)
                .build();
    }

    private static Response get(OkHttpClient client, String host, WebServer web) throws IOException {
        return client.newCall(new Request.Builder()
                        .url("https://" + host + ":" + web.port() + "/")
                        .build())
                .execute();
    }

    /** Who answers on a new connection. */
    private String shown(WebServer web) {
        try (Response response = get(client(List.of(Protocol.HTTP_1_1)), "127.0.0.1", web)) {
            return ((X509Certificate) response.handshake().peerCertificates().getFirst())
                    .getSubjectX500Principal()
                    .getName();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean soon(BooleanSupplier holds) {
        for (int i = 0; i < 500; i++) {
            if (holds.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        return false;
    }

    @Test
    void speaksHttp2AndTellsBrowsersToStayWithTlsAndMakesCookiesSecure() throws IOException {
        try (WebServer web = server();
                Response response = get(client(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)), "localhost", web)) {
            assertThat(response.protocol()).isEqualTo(Protocol.HTTP_2);
            assertThat(response.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(response.header("Set-Cookie"))
                    .startsWith("__Host-session=")
                    .contains("Secure");
            assertThat(response.body().string()).isEqualTo("localhost:" + web.port() + " true");
        }
    }

    @Test
    void terminalsOfHttp1ReachItByAddressToo() throws IOException {
        try (WebServer web = server();
                Response response = get(client(List.of(Protocol.HTTP_1_1)), "127.0.0.1", web)) {
            assertThat(response.protocol()).isEqualTo(Protocol.HTTP_1_1);
            assertThat(response.body().string()).isEqualTo("127.0.0.1:" + web.port() + " true");
        }
    }

    @Test
    void renewedPairIsTakenUpWithoutARestart() throws IOException {
        try (WebServer web = server()) {
            assertThat(shown(web)).isEqualTo("CN=first");
            write(second, second);
            assertThat(soon(() -> shown(web).equals("CN=second"))).isTrue();
        }
    }

    @Test
    void badPairKeepsTheOneBeforeAndAGoodOneIsStillTakenUpLater() throws IOException {
        try (WebServer web = server()) {
            for (String key : List.of(second.privateKeyPkcs8Pem(), "", "nonsense")) {
                Files.writeString(files.key(), key);
                LockSupport.parkNanos(10 * PACE.toNanos());
                assertThat(shown(web)).isEqualTo("CN=first");
            }
            Files.delete(files.certificate());
            LockSupport.parkNanos(10 * PACE.toNanos());
            assertThat(shown(web)).isEqualTo("CN=first");
            write(second, second);
            assertThat(soon(() -> shown(web).equals("CN=second"))).isTrue();
        }
    }

    @Test
    void badPairAtTheStartSaysWhatToDo() throws IOException {
        refuses(first.certificatePem(), second.privateKeyPkcs8Pem(), "is not the one of the first certificate");
        HeldCertificate rsa = new HeldCertificate.Builder().rsa2048().build();
        refuses(first.certificatePem(), rsa.privateKeyPkcs8Pem(), "no EC key");
        refuses(rsa.certificatePem(), rsa.privateKeyPkcs1Pem(), "openssl pkcs8 -topk8");
        refuses("nonsense", first.privateKeyPkcs8Pem(), "holds no certificate");
        refuses("", first.privateKeyPkcs8Pem(), "holds no certificate");
        Files.delete(files.key());
        assertThatThrownBy(() -> server().close())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("there is no such file");
    }

    private void refuses(String certificate, String key, String why) throws IOException {
        Files.writeString(files.certificate(), certificate);
        Files.writeString(files.key(), key);
        assertThatThrownBy(() -> server().close())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("town.");
    }

    @Test
    void rsaPairWithItsAuthorityIsShown() throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).rsa2048().build();
        HeldCertificate town = new HeldCertificate.Builder()
                .signedBy(authority)
                .rsa2048()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        Files.writeString(files.certificate(), town.certificatePem() + authority.certificatePem());
        Files.writeString(files.key(), town.privateKeyPkcs8Pem());
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .build();
        try (WebServer web = server();
                Response response = get(client, "127.0.0.1", web)) {
            assertThat(response.code()).isEqualTo(200);
        }
    }
}

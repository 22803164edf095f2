package hymio.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.config.DataFolder;
import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS servers with certificates of all ages, seen by terminals whose clocks say what they like. */
class ServerTrustTest {
    private static final UUID JOURNAL = new UUID(7, 7);
    /** What time it really is in these tests; the terminal need not know. */
    private static final long NOW = Instant.parse("2028-05-05T12:00:00Z").toEpochMilli();

    private static final long BUILT = TimeFloor.builtMillis();
    private static final long WOKE_IN_THE_PAST = 25_000;
    private static final long WOKE_IN_THE_FUTURE =
            Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();

    @TempDir
    Path path;

    private final WireCodec codec = new WireCodec();
    private final HeldCertificate authority = authority(NOW - days(3_000), NOW + days(3_000));
    private MockWebServer server = new MockWebServer();
    private long serverMillis = NOW;
    private DataFolder folder;
    private Path pem;

    @BeforeEach
    void open() throws IOException {
        folder = DataFolder.open(path);
        pem = Files.writeString(path.resolve("town.pem"), authority.certificatePem());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        folder.close();
    }

    private static long days(int days) {
        return TimeUnit.DAYS.toMillis(days);
    }

    private static HeldCertificate authority(long from, long to) {
        return new HeldCertificate.Builder()
                .commonName("Town authority")
                .certificateAuthority(1)
                .validityInterval(from, to)
                .build();
    }

    private static HeldCertificate.Builder forHost(String host) {
        return new HeldCertificate.Builder().commonName("Hymiö").addSubjectAlternativeName(host);
    }

    private HeldCertificate certificate(long from, long to) {
        return forHost("localhost")
                .signedBy(authority)
                .validityInterval(from, to)
                .build();
    }

    private HeldCertificate of90Days() {
        return certificate(NOW - days(10), NOW + days(80));
    }

    private static PressTime clock(long wallMillis, boolean trusted) {
        return new PressTime(new UUID(1, 2), 20_000, wallMillis - 20_000, trusted);
    }

    private void floorAt(long millis) throws IOException {
        Files.writeString(folder.file(TimeFloor.FILE), Instant.ofEpochMilli(millis) + "\n");
    }

    private long floor() {
        return new TimeFloor(folder).millis();
    }

    private Answer<Receipt> talk(PressTime now, HeldCertificate certificate, X509Certificate... intermediates)
            throws IOException {
        return talk(Optional.of(pem), now, certificate, intermediates);
    }

    /** One call of a terminal that was just started, to a server with this certificate. */
    private Answer<Receipt> talk(
            Optional<Path> authorities, PressTime now, HeldCertificate certificate, X509Certificate... intermediates)
            throws IOException {
        server.close();
        server = new MockWebServer();
        HandshakeCertificates held = new HandshakeCertificates.Builder()
                .heldCertificate(certificate, intermediates)
                .build();
        server.useHttps(held.sslSocketFactory());
        server.start();
        return call(new ServerTrust(authorities, folder, () -> now), now);
    }

    private Answer<Receipt> call(ServerTrust trust, PressTime now) {
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(codec.write(new Receipt(JOURNAL, List.of(), List.of(), serverMillis, "c", 9))))
                .build());
        String url = server.url("/").newBuilder().host("localhost").build().toString();
        try (ServerConnection connection = new ServerConnection(url, trust, codec, Duration.ofSeconds(10))) {
            return connection.send(
                    "t-1.secret", new Batch(JOURNAL, 0, now, List.of(), new Heartbeat("0.1.0", "", 0, List.of())));
        }
    }

    private static void believed(Answer<Receipt> answer) {
        assertThat(answer).isInstanceOf(Answer.Good.class);
    }

    private static String refused(Answer<Receipt> answer) {
        assertThat(answer).isInstanceOf(Answer.Nothing.class);
        return ((Answer.Nothing<Receipt>) answer).why();
    }

    @Test
    void terminalWithTheRightTimeBelievesAValidCertificateOnly() throws IOException {
        believed(talk(clock(NOW, true), of90Days()));
        assertThat(refused(talk(clock(NOW, true), certificate(NOW - days(90), NOW - days(1)))))
                .contains("SSLHandshake");
        assertThat(refused(talk(clock(NOW, true), certificate(NOW + days(1), NOW + days(90)))))
                .contains("SSLHandshake");
    }

    @Test
    void terminalThatWokeInThePastSyncs() throws IOException {
        believed(talk(clock(WOKE_IN_THE_PAST, false), of90Days()));
    }

    @Test
    void terminalThatWokeInTheFarFutureSyncs() throws IOException {
        believed(talk(clock(WOKE_IN_THE_FUTURE, false), of90Days()));
    }

    @Test
    void clockThatIsTrustedAndWrongIsBelieved() throws IOException {
        assertThat(refused(talk(clock(WOKE_IN_THE_PAST, true), of90Days()))).contains("SSLHandshake");
    }

    @Test
    void certificateThatExpiredForCertainIsRefusedWhateverTheClockSays() throws IOException {
        HeldCertificate old = certificate(BUILT - days(90), BUILT - days(1));
        HeldCertificate stolen = certificate(NOW - days(90), NOW - days(1));
        for (long wall : List.of(WOKE_IN_THE_PAST, NOW, WOKE_IN_THE_FUTURE)) {
            refused(talk(clock(wall, false), old));
            floorAt(NOW);
            refused(talk(clock(wall, false), stolen));
            believed(talk(clock(wall, false), of90Days()));
            Files.delete(folder.file(TimeFloor.FILE));
        }
    }

    /** The price, as the decision says. */
    @Test
    void certificateThatExpiredAfterTheFloorIsBelievedWhileTheClockIsNotTrusted() throws IOException {
        floorAt(NOW - days(30));
        HeldCertificate expired = certificate(NOW - days(90), NOW - days(1));
        believed(talk(clock(WOKE_IN_THE_PAST, false), expired));
        refused(talk(clock(NOW, true), expired));
    }

    @Test
    void hostNameIsComparedAlsoWithoutATrustedClock() throws IOException {
        HeldCertificate other = forHost("evil.example")
                .signedBy(authority)
                .validityInterval(0, NOW + days(9))
                .build();
        assertThat(refused(talk(clock(WOKE_IN_THE_PAST, false), other))).contains("localhost");
    }

    @Test
    void strangersAuthorityIsRefusedAlsoWithoutATrustedClock() throws IOException {
        HeldCertificate stranger = authority(0, WOKE_IN_THE_FUTURE);
        HeldCertificate forged = forHost("localhost")
                .signedBy(stranger)
                .validityInterval(0, WOKE_IN_THE_FUTURE)
                .build();
        HeldCertificate self =
                forHost("localhost").validityInterval(0, WOKE_IN_THE_FUTURE).build();
        for (PressTime now : List.of(clock(WOKE_IN_THE_PAST, false), clock(NOW, false), clock(NOW, true))) {
            refused(talk(now, forged, stranger.certificate()));
            refused(talk(now, self));
        }
    }

    @Test
    void townsOwnAuthorityIsNotTheSystems() throws IOException {
        assertThat(refused(talk(Optional.empty(), clock(NOW, true), of90Days())))
                .contains("certification path");
        refused(talk(Optional.empty(), clock(WOKE_IN_THE_PAST, false), of90Days()));
    }

    @Test
    void wholeChainMustHaveBeenValidAtOneTimeAfterTheFloor() throws IOException {
        HeldCertificate between = new HeldCertificate.Builder()
                .commonName("Between")
                .certificateAuthority(0)
                .signedBy(authority)
                .validityInterval(NOW - days(20), NOW + days(5))
                .build();
        HeldCertificate later = forHost("localhost")
                .signedBy(between)
                .validityInterval(NOW, NOW + days(90))
                .build();
        believed(talk(clock(WOKE_IN_THE_PAST, false), later, between.certificate()));
        believed(talk(clock(WOKE_IN_THE_FUTURE, false), later, between.certificate()));
        floorAt(NOW + days(6));
        refused(talk(clock(WOKE_IN_THE_PAST, false), later, between.certificate()));
        refused(talk(clock(WOKE_IN_THE_FUTURE, false), later, between.certificate()));
    }

    @Test
    void oldCertificateThatAServerSendsNeedlesslyDoesNotMatter() throws IOException {
        HeldCertificate needless = new HeldCertificate.Builder()
                .commonName("Town authority")
                .keyPair(authority.keyPair())
                .certificateAuthority(0)
                .validityInterval(BUILT - days(900), BUILT - days(500))
                .build();
        believed(talk(clock(WOKE_IN_THE_PAST, false), of90Days(), needless.certificate()));
    }

    @Test
    void floorFollowsATrustedClock() throws IOException {
        assertThat(floor()).isEqualTo(BUILT);
        talk(clock(NOW, true), of90Days());
        assertThat(floor()).isEqualTo(NOW);
    }

    @Test
    void floorFollowsAServerThatWasBelieved() throws IOException {
        serverMillis = NOW + days(2);
        believed(talk(clock(WOKE_IN_THE_PAST, false), of90Days()));
        assertThat(floor()).isEqualTo(NOW + days(2));
    }

    @Test
    void serverCannotRaiseTheFloorPastItsOwnCertificate() throws IOException {
        serverMillis = WOKE_IN_THE_FUTURE;
        HeldCertificate stolen = certificate(NOW - days(90), NOW - days(1));
        believed(talk(clock(WOKE_IN_THE_PAST, false), stolen));
        assertThat(floor()).isEqualTo(NOW - days(1));
        believed(talk(clock(WOKE_IN_THE_PAST, false), of90Days()));
    }

    @Test
    void falseTimeSourceCannotRaiseTheFloor() throws IOException {
        refused(talk(clock(WOKE_IN_THE_FUTURE, true), of90Days()));
        assertThat(floor()).isEqualTo(BUILT);
    }

    @Test
    void serverWithoutTlsCannotRaiseTheFloor() throws IOException {
        server.close();
        server = new MockWebServer();
        server.start();
        PressTime now = clock(WOKE_IN_THE_PAST, false);
        believed(call(new ServerTrust(Optional.empty(), folder, () -> now), now));
        assertThat(floor()).isEqualTo(BUILT);
    }

    @Test
    void authoritiesThatCannotBeReadAreNamedAndTakenOnceTheyCan() throws IOException {
        Files.delete(pem);
        assertThat(refused(talk(clock(NOW, true), of90Days())))
                .contains("server.ca")
                .contains("town.pem");
        Files.writeString(pem, "no certificate");
        assertThat(refused(talk(clock(NOW, true), of90Days()))).contains("server.ca");
        Files.writeString(pem, "");
        assertThat(refused(talk(clock(NOW, true), of90Days()))).contains("server.ca");
        Files.writeString(pem, authority.certificatePem());
        believed(talk(clock(NOW, true), of90Days()));
    }

    @Test
    void damagedFloorFileFallsBackToTheBuild() throws IOException {
        for (String damaged : List.of("", "\u0000\u0000", "yesterday", "+999999999-12-31T23:59:59Z")) {
            Files.writeString(folder.file(TimeFloor.FILE), damaged);
            assertThat(floor()).isEqualTo(BUILT);
        }
    }

    @Test
    void floorNeverFallsAndIsSeldomWritten() throws IOException {
        TimeFloor floor = new TimeFloor(folder);
        floor.raise(BUILT + days(1) - 1);
        assertThat(folder.file(TimeFloor.FILE)).doesNotExist();
        floor.raise(BUILT + days(2));
        floor.raise(BUILT + days(1));
        floor.raise(Long.MIN_VALUE);
        assertThat(floor.millis()).isEqualTo(BUILT + days(2));
        assertThat(floor()).isEqualTo(BUILT + days(2));
    }
}

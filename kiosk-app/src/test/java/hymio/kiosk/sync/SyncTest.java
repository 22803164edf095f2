package hymio.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.wire.Batch;
import hymio.wire.Config;
import hymio.wire.Golden;
import hymio.wire.Heartbeat;
import hymio.wire.PressTime;
import hymio.wire.Problem;
import hymio.wire.Receipt;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real outbox and connection against a real socket on which the server misbehaves. */
class SyncTest {
    private static final PressTime NOW = new PressTime(new UUID(1, 2), 60_000, 1_795_000_000_000L, true);

    @TempDir
    Path path;

    private final WireCodec codec = new WireCodec();
    private final MockWebServer server = new MockWebServer();
    private final Health health = new Health("0.1.0");
    private final List<Config> newConfigs = new ArrayList<>();
    private DataFolder folder;
    private Outbox outbox;
    private KnownConfig config;
    private Sync sync;

    @BeforeEach
    void open() throws IOException {
        server.start();
        folder = DataFolder.open(path);
        outbox = Outbox.open(folder.file("outbox.db"));
        config = new KnownConfig(folder, codec);
        Identity identity = Identity.loadOrMint(folder, new SecureRandom()).enrolledAs("t-4k7m2p9x", folder);
        sync = sync(identity, "ABCD-EFGH-JKLM");
        for (int i = 1; i <= 3; i++) {
            outbox.append(
                    0,
                    "service@1",
                    i,
                    new PressTime(new UUID(1, 2), i * 1_000L, 1_795_000_000_000L, true),
                    Response.Extra.NONE);
        }
    }

    @AfterEach
    void close() throws IOException {
        outbox.close();
        folder.close();
        server.close();
    }

    private Sync sync(Identity identity, String code) {
        ServerConnection connection = new ServerConnection(
                server.url("/").toString(),
                new ServerTrust(Optional.empty(), folder, () -> NOW),
                codec,
                Duration.ofSeconds(2));
        return new Sync(
                connection,
                outbox,
                new Sync.Self(folder, config, health, code),
                identity,
                () -> NOW,
                new Sync.Listeners(newConfigs::add, receipt -> {}));
    }

    private MockResponse json(int status, Object message) {
        return new MockResponse.Builder()
                .code(status)
                .body(new Buffer().write(codec.write(message)))
                .build();
    }

    private Receipt receiptFor(long first, long last) {
        return new Receipt(outbox.journal(), List.of(new Receipt.Range(first, last)), List.of(), 1, "c0", 20);
    }

    private static String why(Sync.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Sync.Outcome.Failed.class);
        return ((Sync.Outcome.Failed) outcome).why();
    }

    private void answerConfigUnchanged() {
        server.enqueue(new MockResponse.Builder().code(304).build());
    }

    @Test
    void receiptSettlesWhatItNamesAndSaysWhenToCallAgain() throws InterruptedException {
        server.enqueue(json(200, receiptFor(1, 3)));
        answerConfigUnchanged();
        assertThat(sync.once()).isEqualTo(new Sync.Outcome.Done(20_000));
        assertThat(outbox.pending()).isZero();
        RecordedRequest request = server.takeRequest();
        Batch sent = codec.read(codec.gunzip(request.getBody().toByteArray()), Batch.class);
        assertThat(sent.responses()).extracting(Response::number).containsExactly(1L, 2L, 3L);
        assertThat(sent.last()).isEqualTo(3);
        assertThat(sent.sent()).isEqualTo(NOW);
        assertThat(request.getHeaders().get("Wire-Version")).isEqualTo("1");
        assertThat(request.getHeaders().get("Authorization")).startsWith("Bearer t-4k7m2p9x.");
    }

    @Test
    void bare200IsNoReceipt() {
        for (String page : List.of("", "<html>Welcome to our Wi-Fi</html>", "{}", "null", "{\"status\":\"ok\"}")) {
            server.enqueue(new MockResponse.Builder().code(200).body(page).build());
            assertThat(why(sync.once())).contains("no Receipt");
            assertThat(outbox.pending()).isEqualTo(3);
        }
    }

    @Test
    void receiptForAnotherJournalSettlesNothing() {
        server.enqueue(json(200, new Receipt(new UUID(9, 9), List.of(new Receipt.Range(1, 3)), List.of(), 1, "c", 1)));
        assertThat(why(sync.once())).contains("another journal");
        assertThat(outbox.pending()).isEqualTo(3);
    }

    @Test
    void receiptCannotSettleWhatWasNotSent() {
        server.enqueue(json(200, receiptFor(1, 1_000_000)));
        answerConfigUnchanged();
        sync.once();
        outbox.append(0, "service@1", 1, NOW, Response.Extra.NONE);
        assertThat(outbox.pending()).isEqualTo(1);
    }

    @Test
    void receiptThatNamesNothingIsAFailureAndNotAnEndlessLoop() {
        server.enqueue(json(200, new Receipt(outbox.journal(), List.of(), List.of(), 1, "c", 1)));
        assertThat(why(sync.once())).contains("names none");
        assertThat(outbox.pending()).isEqualTo(3);
    }

    @Test
    void cutAnswerSettlesNothingAndTheSameIsSentAgain() {
        server.enqueue(json(200, receiptFor(1, 3))
                .newBuilder()
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        why(sync.once());
        assertThat(outbox.pending()).isEqualTo(3);
        server.enqueue(json(200, receiptFor(1, 3)));
        answerConfigUnchanged();
        sync.once();
        assertThat(outbox.pending()).isZero();
    }

    @Test
    void redirectToASignInPageIsNotFollowed() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", server.url("/portal"))
                .build());
        assertThat(why(sync.once())).contains("HTTP 302");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void noServerIsAFailureThatKeepsAll() throws IOException {
        server.close();
        why(sync.once());
        assertThat(outbox.pending()).isEqualTo(3);
    }

    @Test
    void endlessAnswerIsCutOff() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body("x".repeat(hymio.wire.Limits.ANSWER_BYTES + 10))
                .build());
        assertThat(why(sync.once())).contains("longer than");
    }

    @Test
    void responseThatTheServerNamesIsKeptAsideAndTheOthersAreSent() throws InterruptedException {
        server.enqueue(json(422, Problem.of("bad-value", 422, "Bad value", "responses[1].option must be lower")));
        server.enqueue(json(
                200,
                new Receipt(
                        outbox.journal(),
                        List.of(new Receipt.Range(1, 1), new Receipt.Range(3, 3)),
                        List.of(),
                        1,
                        "c0",
                        20)));
        answerConfigUnchanged();
        assertThat(sync.once()).isInstanceOf(Sync.Outcome.Done.class);
        server.takeRequest();
        Batch second = codec.read(codec.gunzip(server.takeRequest().getBody().toByteArray()), Batch.class);
        assertThat(second.responses()).extracting(Response::number).containsExactly(1L, 3L);
        assertThat(outbox.aside()).isEqualTo(1);
        assertThat(second.heartbeat().problems()).contains("response-aside");
    }

    @Test
    void whatAnEarlierRunKeptAsideIsStillToldOf() throws InterruptedException {
        outbox.keepAside(outbox.journal(), 2, "bad-value");
        server.enqueue(json(503, Problem.of("busy", 503, "Busy", "later")));
        sync.once();
        Batch batch = codec.read(codec.gunzip(server.takeRequest().getBody().toByteArray()), Batch.class);
        assertThat(batch.heartbeat().problems()).contains("response-aside");
    }

    @Test
    void refusalOfSomethingThatIsNoHymioServerNeverTouchesAResponse() {
        server.enqueue(new MockResponse.Builder()
                .code(422)
                .body("{\"type\":\"about:blank\",\"title\":\"no\",\"status\":422,\"detail\":\"responses[0] bad\"}")
                .build());
        why(sync.once());
        assertThat(outbox.aside()).isZero();
        assertThat(outbox.pending()).isEqualTo(3);
    }

    @Test
    void busyServerSaysHowLongToWait() {
        server.enqueue(json(503, Problem.of("busy", 503, "Busy", "Try again."))
                .newBuilder()
                .addHeader("Retry-After", "7")
                .build());
        assertThat(sync.once()).isEqualTo(new Sync.Outcome.Failed("the server says: Try again.", 7_000));
    }

    @Test
    void revokedTerminalKeepsAllAndSaysSo() {
        server.enqueue(json(403, Problem.of("terminal-revoked", 403, "Revoked", "This terminal was revoked.")));
        assertThat(why(sync.once())).contains("was revoked");
        assertThat(outbox.pending()).isEqualTo(3);
        assertThat(health.problems()).containsExactly("terminal-revoked");
    }

    @Test
    void newConfigIsFetchedKeptAndTold() throws IOException {
        Config wanted = codec.read(Golden.v1("config"), Config.class);
        server.enqueue(json(
                200,
                new Receipt(outbox.journal(), List.of(new Receipt.Range(1, 3)), List.of(), 1, wanted.version(), 20)));
        server.enqueue(json(200, wanted));
        sync.once();
        assertThat(newConfigs).containsExactly(wanted);
        assertThat(config.version()).isEqualTo(wanted.version());
    }

    @Test
    void configThatCannotBeReadLeavesTheLastGoodOneAndSettlesAllTheSame() {
        server.enqueue(json(200, receiptFor(1, 3)));
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body("{\"version\":\"c9\",\"faces\":12}")
                .build());
        assertThat(sync.once()).isInstanceOf(Sync.Outcome.Done.class);
        assertThat(outbox.pending()).isZero();
        assertThat(newConfigs).isEmpty();
        assertThat(health.problems()).containsExactly("config-unread");
    }

    @Test
    void lostAnswerToAnEnrolmentIsHealedByAskingAgainWithTheSameSecret() throws Exception {
        Identity fresh = new Identity("s".repeat(43), "");
        Sync enrolling = sync(fresh, "abcd-efgh-jklm");
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        why(enrolling.once());
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body(new Buffer().write(Golden.v1("enrolment")))
                .build());
        server.enqueue(json(200, receiptFor(1, 3)));
        answerConfigUnchanged();
        assertThat(enrolling.once()).isInstanceOf(Sync.Outcome.Done.class);
        byte[] first = server.takeRequest().getBody().toByteArray();
        byte[] second = server.takeRequest().getBody().toByteArray();
        assertThat(second).isEqualTo(first);
        assertThat(Identity.loadOrMint(folder, new SecureRandom()).terminal()).isEqualTo("t-4k7m2p9x");
    }

    @Test
    void usedCodeIsSaidAndNothingIsLost() {
        Sync enrolling = sync(new Identity("s".repeat(43), ""), "ABCD-EFGH-JKLM");
        server.enqueue(json(409, Problem.of("code-used", 409, "Used", "This code was used already.")));
        assertThat(why(enrolling.once())).contains("This code was used already.");
        assertThat(outbox.pending()).isEqualTo(3);
    }

    @Test
    void terminalWithoutACodeSaysWhatToDo() {
        assertThat(why(sync(new Identity("s".repeat(43), ""), "").once())).contains("--code");
    }

    private MockResponse unreadable(String version) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("ETag", "\"" + version + "\"")
                .body("{\"version\":\"" + version + "\",\"faces\":12}")
                .build();
    }

    private Receipt newest(String version) {
        return new Receipt(outbox.journal(), List.of(new Receipt.Range(1, 3)), List.of(), 1, version, 20);
    }

    @Test
    void configOfTheServerThatThisAppCannotReadIsRefusedOnceAndSaidInEachHeartbeat() throws Exception {
        config.keep(codec.read(Golden.v1("config"), Config.class));
        server.enqueue(json(200, newest("c9")));
        server.enqueue(unreadable("c9"));
        assertThat(sync.once()).isInstanceOf(Sync.Outcome.Done.class);
        server.enqueue(json(200, newest("c9")));
        sync.once();
        assertThat(server.getRequestCount()).isEqualTo(3); // it is not fetched again
        server.takeRequest();
        server.takeRequest();
        Heartbeat beat = sent(server.takeRequest()).heartbeat();
        assertThat(beat.refused().map(Heartbeat.Refusal::config)).contains("c9");
        assertThat(beat.refused().orElseThrow().why()).contains("terminal");
        assertThat(beat.config()).isEqualTo("c1");
        assertThat(newConfigs).isEmpty();
    }

    @Test
    void nextGoodConfigEndsTheRefusal() throws IOException {
        server.enqueue(json(200, newest("c9")));
        server.enqueue(unreadable("c9"));
        sync.once();
        Config good = codec.read(Golden.v1("config"), Config.class);
        server.enqueue(json(200, newest(good.version())));
        server.enqueue(json(200, good));
        sync.once();
        assertThat(config.refused()).isEmpty();
        assertThat(newConfigs).containsExactly(good);
    }

    @Test
    void serverThatGoesBackToTheGoodConfigEndsTheRefusal() throws IOException {
        config.keep(codec.read(Golden.v1("config"), Config.class));
        server.enqueue(json(200, newest("c9")));
        server.enqueue(unreadable("c9"));
        sync.once();
        server.enqueue(json(200, newest("c1")));
        sync.once();
        assertThat(config.refused()).isEmpty();
    }

    @Test
    void restartedAppAsksOnceMoreForWhatWasRefused() throws IOException {
        config.refuse("c9", "why");
        Config good = codec.read(Golden.v1("config"), Config.class);
        server.enqueue(json(200, newest("c9")));
        server.enqueue(json(200, good));
        sync.once();
        assertThat(newConfigs).containsExactly(good);
    }

    private Batch sent(RecordedRequest request) {
        return codec.read(codec.gunzip(request.getBody().toByteArray()), Batch.class);
    }
}

package hymio.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxSetup;
import hymio.wire.Batch;
import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sync says of several journals, of boots and of the machine, and does when the server misses something. */
class SyncJournalsTest {
    private static final UUID BOOT = new UUID(1, 2);
    private static final long OFFSET = 1_795_000_000_000L;

    @TempDir
    Path path;

    private final WireCodec codec = new WireCodec();
    private final MockWebServer server = new MockWebServer();
    private final List<Batch> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Batch, Receipt> answer = SyncJournalsTest::all;
    private long uptime = 60_000;
    private DataFolder folder;
    private Outbox outbox;
    private Sync sync;

    @BeforeEach
    void open() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getUrl().encodedPath().endsWith("/config")) {
                    return new MockResponse.Builder().code(304).build();
                }
                Batch batch = codec.read(codec.gunzip(request.getBody().toByteArray()), Batch.class);
                sent.add(batch);
                return new MockResponse.Builder()
                        .body(new Buffer().write(codec.write(answer.apply(batch))))
                        .build();
            }
        });
        server.start();
        folder = DataFolder.open(path);
        start("aaaa");
    }

    @AfterEach
    void close() throws IOException {
        outbox.close();
        folder.close();
        server.close();
    }

    private void start(String unit) {
        outbox = Outbox.open(folder.file("outbox.db"), new OutboxSetup(unit, 90, 64));
        sync = new Sync(
                new ServerConnection(
                        server.url("/").toString(), new ServerTrust(Optional.empty(), folder, this::now), codec),
                outbox,
                new Sync.Self(folder, new KnownConfig(folder, codec), new Health("0.1.0"), ""),
                new Identity("s".repeat(43), "t-4k7m2p9x"),
                this::now,
                new Sync.Listeners(config -> {}, receipt -> {}));
    }

    private PressTime now() {
        return new PressTime(BOOT, uptime, OFFSET, true);
    }

    private void press(int option) {
        outbox.append(0, "service@1", option, now(), Response.Extra.NONE);
    }

    private static Receipt all(Batch batch) {
        return receipt(batch, List.of(), Optional.empty());
    }

    private static Receipt receipt(Batch batch, List<Long> conflicts, Optional<List<Receipt.Range>> missing) {
        List<Receipt.Range> held = batch.responses().stream()
                .map(Response::number)
                .filter(number -> !conflicts.contains(number))
                .map(number -> new Receipt.Range(number, number))
                .toList();
        return new Receipt(batch.journal(), held, conflicts, 1, "c0", 20, missing);
    }

    @Test
    void oldestJournalIsSentFirstAndEachWithItsOwnLastAndTheMachinesWord() {
        UUID old = outbox.journal();
        press(1);
        press(2);
        outbox.close();
        start("bbbb");
        press(3);
        assertThat(sync.once()).isEqualTo(new Sync.Outcome.Done(20_000));
        assertThat(sent).extracting(Batch::journal).startsWith(old, outbox.journal());
        assertThat(sent).extracting(Batch::last).startsWith(2L, 1L);
        assertThat(sent.getFirst().heartbeat().unit()).contains("bbbb");
        assertThat(outbox.pending()).isZero();
    }

    @Test
    void olderJournalsAreAskedForAtTheStartAndOnceADay() {
        UUID old = outbox.journal();
        press(1);
        sync.once();
        outbox.close();
        start("bbbb");
        sent.clear();
        sync.once();
        sync.once();
        assertThat(sent).extracting(Batch::journal).containsExactly(outbox.journal(), old, outbox.journal());
        assertThat(sent.get(1).last()).isEqualTo(1);
        uptime += 86_400_000;
        sync.once();
        assertThat(sent).extracting(Batch::journal).endsWith(outbox.journal(), old);
    }

    @Test
    void whatARestoredServerMissesIsSentAgain() {
        press(1);
        press(2);
        press(3);
        sync.once();
        sent.clear();
        answer = batch -> receipt(
                batch,
                List.of(),
                batch.responses().isEmpty() ? Optional.of(List.of(new Receipt.Range(2, 1_000_000))) : Optional.empty());
        sync.once();
        assertThat(sent.getLast().responses()).extracting(Response::number).containsExactly(2L, 3L);
        assertThat(outbox.pending()).isZero();
    }

    @Test
    void serverThatMissesTheSameForEverDoesNotKeepTheTerminalSending() {
        press(1);
        press(2);
        answer = batch -> receipt(batch, List.of(), Optional.of(List.of(new Receipt.Range(1, 2))));
        sync.once();
        assertThat(sent).hasSizeLessThanOrEqualTo(3);
        sync.once();
        assertThat(outbox.pending()).isZero();
        int before = sent.size();
        uptime += AskedAgain.AGAIN_MILLIS;
        sync.once();
        assertThat(sent).hasSizeGreaterThan(before + 1);
    }

    @Test
    void conflictIsSentOnceMoreInANewJournalWithTheSameContent() {
        UUID old = outbox.journal();
        press(1);
        uptime += 1_000;
        press(2);
        press(3);
        answer = batch -> batch.journal().equals(old) ? receipt(batch, List.of(2L), Optional.empty()) : all(batch);
        sync.once();
        Batch second = sent.get(1);
        assertThat(second.journal()).isEqualTo(outbox.journal()).isNotEqualTo(old);
        Response original = sent.getFirst().responses().get(1);
        assertThat(second.responses())
                .containsExactly(new Response(1, 1, "service@1", original.option(), original.time()));
        assertThat(outbox.pending()).isZero();
        sent.clear();
        uptime += 100;
        press(4);
        sync.once();
        assertThat(sent.getFirst().journal()).isEqualTo(second.journal());
        assertThat(sent.getFirst().responses()).extracting(Response::number).containsExactly(2L);
    }

    @Test
    void bootWithoutATrustedClockIsToldByWhatIsKnownOfItLater() {
        UUID dark = new UUID(5, 5);
        outbox.clock(now());
        outbox.clock(new PressTime(dark, 1_000, 0, false));
        outbox.append(0, "service@1", 1, new PressTime(dark, 2_000, 0, false), Response.Extra.NONE);
        outbox.clock(new PressTime(dark, 9_000, OFFSET + 500_000, true));
        sync.once();
        assertThat(sent.getFirst().boots()).containsExactly(BootTime.trusted(dark, OFFSET + 500_000));
    }
}

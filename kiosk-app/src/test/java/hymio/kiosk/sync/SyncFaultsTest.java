package hymio.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.sync.BadServer.Fault;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real outbox and connection against bare sockets: whatever goes wrong, nothing is settled by it and it heals. */
@Timeout(60)
class SyncFaultsTest {
    private static final PressTime NOW = new PressTime(new UUID(1, 2), 60_000, 1_795_000_000_000L, true);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    /** For good answers, on a machine that is busy. */
    private static final Duration LONG = Duration.ofSeconds(20);
    /** A call lasts at most twice the patience; the rest is for a machine that is busy, milliseconds. */
    private static final long BOUND_MILLIS = 3_000;

    @TempDir
    Path path;

    private final WireCodec codec = new WireCodec();
    private DataFolder folder;
    private Outbox outbox;
    private BadServer server;

    @BeforeEach
    void open() throws IOException {
        server = new BadServer();
        folder = DataFolder.open(path);
        outbox = Outbox.open(folder.file("outbox.db"));
        for (int i = 1; i <= 3; i++) {
            outbox.append(0, "service@1", i, NOW, Response.Extra.NONE);
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        outbox.close();
        folder.close();
    }

    private Sync sync(String url, Duration patience) {
        return new Sync(
                new ServerConnection(url, new ServerTrust(Optional.empty(), folder, () -> NOW), codec, patience),
                outbox,
                new Sync.Self(folder, new KnownConfig(folder, codec), new Health("0.1.0"), ""),
                new Identity("s".repeat(43), "t-4k7m2p9x"),
                () -> NOW,
                new Sync.Listeners(config -> {}, receipt -> {}));
    }

    private SyncLoop loop(Sync sync, RandomGenerator random) {
        return new SyncLoop(sync, random, () -> NOW);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    static Set<String> faults() {
        return Faults.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultSettlesNothingEndsInTimeAndHeals(String name) {
        server.next(Collections.nCopies(2, Faults.all().get(name))); // twice: some are asked again at once
        Sync sync = sync(server.url(), PATIENCE);
        long before = System.nanoTime();
        Sync.Outcome outcome = sync.once();
        assertThat(Duration.ofNanos(System.nanoTime() - before).toMillis()).isLessThan(BOUND_MILLIS);
        assertThat(outcome).isInstanceOf(Sync.Outcome.Failed.class);
        assertThat(outbox.pending()).isEqualTo(3);
        assertThat(outbox.aside()).isZero();
        server.forget();
        assertThat(sync(server.url(), LONG).once()).isEqualTo(new Sync.Outcome.Done(20_000));
        assertThat(outbox.pending()).isZero();
    }

    @Test
    void oneTerminalLivesThroughThemAllAndLosesNothing() throws InterruptedException {
        List<Fault> all = new ArrayList<>(Faults.all().values());
        Collections.shuffle(all, new Random(4));
        server.next(all);
        try (SyncLoop loop = loop(sync(server.url(), PATIENCE), () -> 0)) {
            loop.start();
            await(() -> outbox.pending() == 0);
            await(() -> loop.state().well());
        }
        assertThat(server.batches().getLast().responses())
                .extracting(Response::option)
                .containsExactly(1, 2, 3);
        assertThat(server.batches())
                .allSatisfy(batch -> assertThat(batch.responses())
                        .isEqualTo(server.batches().getFirst().responses()));
        assertThat(outbox.aside()).isZero();
    }

    @Test
    void receiptForTheGapBetweenNumbersSentIsAFailureAndNotAnEndlessLoop() {
        outbox.keepAside(outbox.journal(), 2, "bad-value");
        server.next(List.of(call -> {
            Receipt gap = new Receipt(outbox.journal(), List.of(new Receipt.Range(2, 2)), List.of(), 1, "c0", 20);
            call.batch();
            call.ok(codec.write(gap));
        }));
        assertThat(sync(server.url(), LONG).once())
                .isInstanceOfSatisfying(
                        Sync.Outcome.Failed.class, it -> assertThat(it.why()).contains("names none"));
        assertThat(server.calls()).isEqualTo(1);
        assertThat(outbox.pending()).isEqualTo(2);
    }

    @Test
    void answerOverHttp10IsAsGoodAsAny() {
        server.next(List.of(call -> {
            byte[] receipt = call.receipt();
            call.send("HTTP/1.0 200 OK\r\n\r\n");
            call.send(receipt);
        }));
        assertThat(sync(server.url(), LONG).once()).isEqualTo(new Sync.Outcome.Done(20_000));
        assertThat(outbox.pending()).isZero();
    }

    @Test
    void serverWithoutANameIsAFailureThatKeepsAll() {
        assertThat(sync("http://hymio.invalid", PATIENCE).once())
                .isInstanceOfSatisfying(
                        Sync.Outcome.Failed.class, it -> assertThat(it.why()).contains("UnknownHost"));
        assertThat(outbox.pending()).isEqualTo(3);
    }

    @Test
    void busyProxyIsWaitedForAsLongAsItAsks() {
        server.next(List.of(call -> {
            call.batch();
            call.send("HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");
        }));
        assertThat(sync(server.url(), LONG).once())
                .isInstanceOfSatisfying(
                        Sync.Outcome.Failed.class,
                        it -> assertThat(it.atLeastMillis()).isEqualTo(7_000));
    }

    @Test
    void absurdWaitEndsAfter15Minutes() {
        server.next(List.of(call -> {
            call.batch();
            call.send("HTTP/1.1 503 Busy\r\nRetry-After: 2147483647\r\nContent-Length: 0\r\n\r\n");
        }));
        Sync.Outcome.Failed failed =
                (Sync.Outcome.Failed) sync(server.url(), LONG).once();
        assertThat(new Backoff(new Random(1)).failed(failed.atLeastMillis())).isEqualTo(Backoff.LONGEST_MILLIS);
    }

    @Test
    void failuresAreTriedAgainEverMoreSeldom() throws InterruptedException {
        server.next(Collections.nCopies(1_000, BadServer.Call::reset));
        try (SyncLoop loop = loop(sync(server.url(), PATIENCE), new Random(1))) {
            loop.start();
            Thread.sleep(2_000);
        }
        assertThat(server.calls()).isBetween(1, 10);
    }

    @Test
    void serverThatAsksForNoPauseIsNotHammered() throws InterruptedException {
        server.waitSeconds(0);
        try (SyncLoop loop = loop(sync(server.url(), PATIENCE), () -> 0)) {
            loop.start();
            Thread.sleep(1_300);
        }
        assertThat(server.calls()).isBetween(1, 3);
    }

    @Test
    void appEndsAlsoInACallThatHangs() throws InterruptedException {
        server.next(List.of(BadServer.Call::silence));
        SyncLoop loop = loop(sync(server.url(), Duration.ofSeconds(30)), () -> 0);
        loop.start();
        await(() -> server.calls() == 1);
        loop.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("sync");
    }
}

package hymio.kiosk.staff;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.carry.CarryDesk;
import hymio.kiosk.carry.CarryOut;
import hymio.kiosk.carry.PendingBatches;
import hymio.kiosk.carry.Sticks;
import hymio.kiosk.config.ConfigInUse;
import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.sync.ServerConnection;
import hymio.kiosk.sync.ServerTrust;
import hymio.kiosk.sync.Sync;
import hymio.kiosk.sync.SyncLoop;
import hymio.kiosk.time.HandClock;
import hymio.kiosk.visit.Carrying;
import hymio.kiosk.visit.StaffFigures;
import hymio.kiosk.visit.VisitEvent;
import hymio.wire.Config;
import hymio.wire.Golden;
import hymio.wire.Heartbeat;
import hymio.wire.Response;
import hymio.wire.StaffPin;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real outbox in a real folder; the server cannot be reached. */
class StaffDeskTest {
    private static final long NOON = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();
    private static final StaffPin SLOW = new StaffPin(PinCheckTest.PIN.salt(), 300_000, PinCheckTest.PIN.hash());

    @TempDir
    Path path;

    private final WireCodec codec = new WireCodec();
    private final HandClock clock = new HandClock(100_000_000, NOON, true);
    private final BlockingQueue<VisitEvent> answers = new LinkedBlockingQueue<>();
    private final Health health = new Health("0.1.0");
    private DataFolder folder;
    private Outbox outbox;
    private Optional<StaffPin> pin = Optional.of(PinCheckTest.PIN);
    private StaffDesk desk;

    @BeforeEach
    void open() throws Exception {
        folder = DataFolder.open(path);
        outbox = Outbox.open(folder.file("outbox.db"));
        KnownConfig known = new KnownConfig(folder, codec);
        known.keep(codec.read(Golden.v1("config"), Config.class));
        ConfigInUse config = new ConfigInUse(known, 50);
        Sync sync = new Sync(
                new ServerConnection(
                        "http://127.0.0.1:9", new ServerTrust(Optional.empty(), folder, clock::now), codec),
                outbox,
                new Sync.Self(folder, known, health, ""),
                new Identity("s".repeat(43), "t-1"),
                clock::now,
                new Sync.Listeners(unused -> {}, unused -> {}));
        GatherFigures figures =
                new GatherFigures(outbox, config, health, new SyncLoop(sync, new Random(1), clock::now), clock);
        desk = new StaffDesk(() -> pin, figures, new ButtonTrial(4, List::of), carry(), clock, answers::add);
    }

    private CarryDesk carry() {
        CarryOut carryOut = new CarryOut(
                new PendingBatches(outbox, clock::now, () -> new Heartbeat("0.1.0", "", 0, List.of())),
                () -> new Identity("s".repeat(43), "t-1"),
                Sticks.of(Optional.of(path.resolve("stick"))),
                new WireCodec());
        return new CarryDesk(
                carryOut,
                it -> answers.add(new VisitEvent.Carried(it, clock.now().uptimeMillis())));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        outbox.close();
        folder.close();
    }

    private VisitEvent answer() throws InterruptedException {
        VisitEvent answer = answers.poll(30, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        return answer;
    }

    @Test
    void pinIsCheckedAsideAndTheAnswerIsToldWithItsTime() throws Exception {
        desk.checkPin("246810");
        assertThat(answer()).isEqualTo(new VisitEvent.PinChecked(true, 100_000_000));
        desk.checkPin("246811");
        assertThat(answer()).isEqualTo(new VisitEvent.PinChecked(false, 100_000_000));
    }

    @Test
    void withoutAPinNobodyGetsIn() throws Exception {
        pin = Optional.empty();
        desk.checkPin("246810");
        assertThat(answer()).isEqualTo(new VisitEvent.PinChecked(false, 100_000_000));
    }

    @Test
    void guesserWhoIsFasterThanTheCheckIsAnsweredWrongAndWaitsForNothing() throws Exception {
        pin = Optional.of(SLOW);
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            desk.checkPin("246811");
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(2_000);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(17);
        for (int i = 0; i < 20; i++) {
            assertThat(answer()).isEqualTo(new VisitEvent.PinChecked(false, 100_000_000));
        }
    }

    @Test
    void figuresAreTodaysOfThisTerminal() throws Exception {
        for (int option : List.of(1, 1, 4, 2)) {
            outbox.append(0, "service@1", option, clock.now(), Response.Extra.NONE);
        }
        outbox.append(0, "service@1", 2, clock.now(), Response.Extra.takingBack(4));
        outbox.append(0, "service@1", 3, clock.now(), Response.Extra.misused(1));
        outbox.keepAside(outbox.journal(), 6, "conflict");
        health.trouble("gpio-absent");
        desk.askFigures();
        StaffFigures figures = ((VisitEvent.Figures) answer()).figures();
        assertThat(figures.today()).containsExactly(2L, 0L, 0L, 1L);
        assertThat(figures.pending()).isEqualTo(5);
        assertThat(figures.aside()).isEqualTo(1);
        assertThat(figures.sync()).isEqualTo(new StaffFigures.Sync(false, ""));
        assertThat(figures.version()).isEqualTo("0.1.0");
        assertThat(figures.config()).isEqualTo("c1");
        assertThat(figures.problems()).containsExactly("gpio-absent");
        assertThat(figures.addresses()).allMatch(it -> it.matches("[0-9a-f.:]+") && !it.startsWith("127."));
    }

    @Test
    void yesterdayIsNotToday() throws Exception {
        outbox.append(0, "service@1", 1, clock.now(), Response.Extra.NONE);
        clock.pass(TimeUnit.HOURS.toMillis(13));
        desk.askFigures();
        assertThat(((VisitEvent.Figures) answer()).figures().today()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void menuOpensAlsoWhenTheOutboxCannotBeRead() throws Exception {
        outbox.close();
        desk.askFigures();
        StaffFigures figures = ((VisitEvent.Figures) answer()).figures();
        assertThat(figures.today()).isEmpty();
        assertThat(figures.problems()).contains("outbox");
        outbox = Outbox.open(path.resolve("other.db"));
    }

    @Test
    void buttonTestListsEveryButton() {
        assertThat(((VisitEvent.Buttons) desk.buttons(true)).buttons()).hasSize(4);
    }

    @Test
    void writingToAStickIsToldToTheVisit() throws Exception {
        desk.carryOut();
        assertThat(answer())
                .isEqualTo(new VisitEvent.Carried(new Carrying.Stopped(Carrying.Reason.NOTHING), 100_000_000));
    }
}

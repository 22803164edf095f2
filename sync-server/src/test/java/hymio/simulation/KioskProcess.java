package hymio.simulation;

import hymio.kiosk.StoreResponse;
import hymio.kiosk.carry.CarryOut;
import hymio.kiosk.carry.PendingBatches;
import hymio.kiosk.carry.Sticks;
import hymio.kiosk.config.ConfigInUse;
import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxException;
import hymio.kiosk.outbox.OutboxSetup;
import hymio.kiosk.sync.ServerConnection;
import hymio.kiosk.sync.ServerTrust;
import hymio.kiosk.sync.Sync;
import hymio.kiosk.sync.SyncLoop;
import hymio.kiosk.time.PlaceTime;
import hymio.kiosk.visit.VisitEffect;
import hymio.kiosk.visit.VisitEvent;
import hymio.kiosk.visit.VisitLoop;
import hymio.kiosk.visit.VisitMachine;
import hymio.kiosk.visit.VisitState;
import hymio.wire.Config;
import hymio.wire.PressTime;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** One run of the terminal's app: its production code, wired as in {@code Kiosk}, without threads, screen and GPIO. */
final class KioskProcess implements VisitLoop.Effects {
    private static final int VOLUME = 50;
    private static final long THANKS_MILLIS = 2_500;
    /** How long and how much the outbox keeps as a safety copy, as by default. */
    static final int KEEP_DAYS = 90;

    private static final int KEEP_MIB = 64;

    private final SimTerminal terminal;
    private final DataFolder folder;
    private final ConfigInUse config;
    private final Outbox outbox;
    private final Health health = new Health("0.1.0");
    private final StoreResponse store;
    private final Sync talk;
    private final SyncLoop sync;
    private final WireCodec codec;
    private final VisitLoop visits;
    private final PlaceTime placeTime;
    private final Queue<VisitEvent> waiting = new ArrayDeque<>();
    private VisitState shown;

    KioskProcess(World world, SimTerminal terminal, String code, long maxPages) {
        this.terminal = terminal;
        codec = world.codec();
        folder = DataFolder.open(terminal.folder());
        KnownConfig known = new KnownConfig(folder, world.codec());
        config = new ConfigInUse(known, VOLUME);
        outbox = Outbox.open(
                folder.file("outbox.db"),
                new OutboxSetup(terminal.unit(), KEEP_DAYS, KEEP_MIB, terminal.chance()::uuid, 0, maxPages));
        health.watch(outbox::problems);
        store = new StoreResponse(outbox, health, terminal.clock(), unused -> {});
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)) // and no trusted certificates need be read
                .addInterceptor(chain -> terminal.call(Call.of(chain.request())).to(chain.request()))
                .build();
        talk = new Sync(
                new ServerConnection(
                        "http://server.simulated",
                        new ServerTrust(Optional.empty(), folder, terminal.clock()::now),
                        world.codec(),
                        client),
                outbox,
                new Sync.Self(folder, known, health, code),
                identity(),
                terminal.clock()::now,
                new Sync.Listeners(this::takeConfig, unused -> {}));
        sync = new SyncLoop(talk, terminal.chance().generator(), terminal.clock()::now);
        placeTime = new PlaceTime(config::zone);
        VisitMachine machine = new VisitMachine("fi", THANKS_MILLIS, true);
        visits = new VisitLoop(
                machine, machine.start(config.questionnaire(), config.behaviour(), false), this, this::tick);
        shown = new VisitState(config.questionnaire(), "fi", new VisitState.Asking());
    }

    private Identity identity() {
        return Identity.loadOrMint(folder, terminal.chance().secrets());
    }

    VisitEvent.Tick tick() {
        PressTime now = terminal.clock().now();
        return new VisitEvent.Tick(now.uptimeMillis(), placeTime.minute(now));
    }

    Outbox outbox() {
        return outbox;
    }

    Health health() {
        return health;
    }

    VisitState shown() {
        return shown;
    }

    /** Whether the newest talk with the server went well. */
    boolean inTouch() {
        return sync.state().well();
    }

    /** @return milliseconds to wait before the next round */
    long round() {
        long wait = sync.round();
        for (VisitEvent event = waiting.poll(); event != null; event = waiting.poll()) {
            visits.handle(event);
        }
        return wait;
    }

    /** A step of what keeps the outbox well, as its loop takes it; whether there is more to do. */
    boolean tidy() {
        try {
            return outbox.tidy(terminal.clock().now());
        } catch (OutboxException e) {
            return false;
        }
    }

    /** Writes what waits to a stick, as from the staff menu. */
    void carryOut(Path stick) {
        PendingBatches pending = new PendingBatches(outbox, terminal.clock()::now, talk::heartbeat);
        new CarryOut(pending, this::identity, Sticks.of(Optional.of(stick)), codec).write(unused -> {});
    }

    void handle(VisitEvent event) {
        visits.handle(event);
    }

    private void takeConfig(Config newest) {
        waiting.add(new VisitEvent.NewConfig(newest.questionnaire(), config.behaviourOf(newest), false));
    }

    @Override
    public Optional<VisitEvent> carryOut(VisitEffect effect) {
        switch (effect) {
            case VisitEffect.Store it -> {
                return Optional.of(terminal.thanks().store(it.entry(), store));
            }
            case VisitEffect.Show it -> shown = it.state();
            case VisitEffect.Rest unused -> config.renew();
            default -> {} // light, sound, voice and staff: nothing of it is kept
        }
        return Optional.empty();
    }

    /** Lets go of the files. What the app would write at an orderly end, the caller overwrites. */
    void drop() {
        outbox.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

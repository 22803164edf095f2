package hymio.kiosk;

import hymio.kiosk.carry.CarryDesk;
import hymio.kiosk.carry.CarryOut;
import hymio.kiosk.carry.PendingBatches;
import hymio.kiosk.carry.Sticks;
import hymio.kiosk.config.ConfigInUse;
import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.config.Setting;
import hymio.kiosk.config.Settings;
import hymio.kiosk.config.Unit;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxSetup;
import hymio.kiosk.outbox.TidyLoop;
import hymio.kiosk.press.ButtonLoop;
import hymio.kiosk.press.RepeatGuard;
import hymio.kiosk.press.gpio.GpioButtons;
import hymio.kiosk.press.gpio.GpioSignals;
import hymio.kiosk.press.gpio.Signals;
import hymio.kiosk.screen.Hands;
import hymio.kiosk.screen.SpokenTexts;
import hymio.kiosk.screen.Surroundings;
import hymio.kiosk.screen.VisitScreen;
import hymio.kiosk.sound.Speaker;
import hymio.kiosk.staff.ButtonTrial;
import hymio.kiosk.staff.GatherFigures;
import hymio.kiosk.staff.StaffDesk;
import hymio.kiosk.sync.ServerConnection;
import hymio.kiosk.sync.ServerTrust;
import hymio.kiosk.sync.Sync;
import hymio.kiosk.sync.SyncLoop;
import hymio.kiosk.time.PlaceTime;
import hymio.kiosk.time.TerminalClock;
import hymio.kiosk.visit.VisitEvent;
import hymio.kiosk.visit.VisitLoop;
import hymio.kiosk.visit.VisitMachine;
import hymio.wire.Config;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running terminal: its parts, joined by hand. */
final class Kiosk implements AutoCloseable, Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

    private final WireCodec codec = new WireCodec();
    private final DataFolder folder;
    private final Settings settings;
    private final TerminalClock clock;
    private final Outside outside;
    private final Hardware hardware;
    private final KnownConfig known;
    private final ConfigInUse config;
    private final Outbox outbox;
    private final TidyLoop tidy;
    private final Health health;
    private final ServerConnection server;
    private final Sync talk;
    private final SyncLoop sync;
    private final ButtonLoop buttons;
    private final Signals signals;
    private final Speaker speaker;
    private final StaffDesk staff;
    private final Effects effects;
    private final VisitLoop visits;
    private Optional<GpioButtons> chip = Optional.empty();
    private boolean closed;

    /**
     * What starts the terminal, and wants to hear of it.
     *
     * @param version of the app
     * @param report is told each response stored, not stored and settled, and each new config that visitors meet from
     *     now on, as a line for scripts
     * @param leave is given an exit code when staff end the app; must not wait for that
     */
    record Outside(String version, Consumer<String> report, IntConsumer leave) {}

    Kiosk(DataFolder folder, Settings settings, TerminalClock clock, Outside outside) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.outside = outside;
        hardware = new Hardware(settings);
        known = new KnownConfig(folder, codec);
        config = new ConfigInUse(known, settings.number(Setting.VOLUME_PERCENT));
        outbox = Outbox.open(
                folder.file("outbox.db"),
                new OutboxSetup(
                        Unit.here().word(),
                        settings.number(Setting.OUTBOX_KEEP_DAYS),
                        settings.number(Setting.OUTBOX_KEEP_MIB)));
        tidy = new TidyLoop(outbox, clock::now);
        health = new Health(outside.version());
        server = new ServerConnection(settings.text(Setting.SERVER), serverTrust(), codec);
        talk = talk();
        sync = new SyncLoop(talk, RandomGenerator.getDefault(), clock::now);
        buttons = new ButtonLoop(hardware.holds(), this::uptimeMillis, event -> offer(KioskHands.event(event, clock)));
        signals = GpioSignals.open(hardware.signals());
        speaker = hardware.speaker(this::uptimeMillis);
        staff = new StaffDesk(
                config::staffPin,
                new GatherFigures(outbox, config, health, sync, clock),
                new ButtonTrial(hardware.buttonCount(), buttons::check),
                carry(),
                clock,
                this::offer);
        effects = effects();
        visits = visits();
    }

    /** Begins to listen, to show and to sync. */
    void start(VisitScreen screen, InputStream stdin) {
        effects.showOn(screen);
        screen.look(config.look());
        visits.start();
        GpioButtons opened = GpioButtons.open(hardware.buttons(), stdin, clock, buttons);
        chip = Optional.of(opened);
        watch(opened);
        sync.start();
        tidy.start();
    }

    /** What the screen tells of hands. For the JavaFX thread. */
    Hands hands() {
        return new KioskHands(
                buttons, new RepeatGuard(settings.number(Setting.REPEAT_GUARD_MILLIS)), clock, this::offer);
    }

    @Override
    public String place(String language) {
        return config.place(language);
    }

    @Override
    public boolean discreet() {
        return config.behaviour().discreet();
    }

    /** Stops in the order of the path, so that a press already taken is still stored. Once. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        chip.ifPresent(GpioButtons::close);
        buttons.close();
        visits.close();
        signals.close();
        speaker.close();
        staff.close();
        sync.close();
        server.close();
        tidy.close();
        outbox.close();
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("The data folder's lock could not be let go; it goes with the process. ({})", e.getMessage());
        }
    }

    private ServerTrust serverTrust() {
        return new ServerTrust(path(Setting.SERVER_CA), folder, clock::now);
    }

    private Sync talk() {
        return new Sync(
                server,
                outbox,
                new Sync.Self(folder, known, health, settings.text(Setting.CODE)),
                Identity.loadOrMint(folder, new SecureRandom()),
                clock::now,
                new Sync.Listeners(this::takeConfig, this::reportReceipt));
    }

    private CarryDesk carry() {
        CarryOut carryOut = new CarryOut(
                new PendingBatches(outbox, clock::now, talk::heartbeat),
                () -> Identity.loadOrMint(folder, new SecureRandom()),
                Sticks.of(path(Setting.CARRY_FOLDER)),
                codec);
        return new CarryDesk(carryOut, carrying -> offer(new VisitEvent.Carried(carrying, uptimeMillis())));
    }

    private Optional<Path> path(Setting setting) {
        return Optional.of(settings.text(setting)).filter(it -> !it.isEmpty()).map(Path::of);
    }

    private Effects effects() {
        return new Effects(
                new StoreResponse(outbox, health, clock, outside.report()),
                new Effects.Answers(signals, speaker.sounds(), speaker.voice(), SpokenTexts::of),
                staff,
                this::renew,
                outside.leave());
    }

    private VisitLoop visits() {
        VisitMachine machine = new VisitMachine(
                settings.text(Setting.LANGUAGE), settings.number(Setting.THANKS_MILLIS), settings.flag(Setting.SCREEN));
        PlaceTime placeTime = new PlaceTime(config::zone);
        return new VisitLoop(
                machine,
                machine.start(
                        config.questionnaire(),
                        config.behaviour(),
                        config.staffPin().isPresent()),
                effects,
                () -> {
                    PressTime now = clock.now();
                    return new VisitEvent.Tick(now.uptimeMillis(), placeTime.minute(now));
                });
    }

    private void watch(GpioButtons opened) {
        health.watch(outbox::problems);
        health.watch(() -> opened.problem().stream().toList());
        health.watch(buttons::problems);
        health.watch(() -> signals.problem().stream().toList());
        health.watch(() -> speaker.sounds().problem().stream().toList());
        health.watch(() -> speaker.voice().problem().stream().toList());
        health.watch(
                () -> known.refused().map(unused -> "config-refused").stream().toList());
    }

    /** The sync brought it; the visit takes it when nobody is there. */
    private void takeConfig(Config newest) {
        offer(new VisitEvent.NewConfig(
                newest.questionnaire(),
                config.behaviourOf(newest),
                newest.staffPin().isPresent()));
    }

    private void renew() {
        config.renew();
        effects.look(config.look());
        outside.report().accept("config " + config.version());
    }

    private void offer(VisitEvent event) {
        visits.offer(event);
    }

    @Override
    public long uptimeMillis() {
        return clock.now().uptimeMillis();
    }

    private void reportReceipt(Receipt receipt) {
        long settled = receipt.settled().stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
        outside.report().accept("settled " + settled + " pending " + outbox.pending());
    }
}

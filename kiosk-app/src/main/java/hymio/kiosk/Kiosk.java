package hymio.kiosk;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.config.Setting;
import hymio.kiosk.config.Settings;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxException;
import hymio.kiosk.press.ButtonEvent;
import hymio.kiosk.press.ButtonLoop;
import hymio.kiosk.press.HoldSettings;
import hymio.kiosk.press.Press;
import hymio.kiosk.press.RepeatGuard;
import hymio.kiosk.press.gpio.GpioButtons;
import hymio.kiosk.press.gpio.GpioSettings;
import hymio.kiosk.screen.Hands;
import hymio.kiosk.screen.Surroundings;
import hymio.kiosk.screen.VisitScreen;
import hymio.kiosk.sync.ServerConnection;
import hymio.kiosk.sync.Sync;
import hymio.kiosk.sync.SyncLoop;
import hymio.kiosk.time.TerminalClock;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Entry;
import hymio.kiosk.visit.VisitEffect;
import hymio.kiosk.visit.VisitEvent;
import hymio.kiosk.visit.VisitLoop;
import hymio.kiosk.visit.VisitMachine;
import hymio.wire.Behaviour;
import hymio.wire.Receipt;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running terminal: the parts of the path of a press, joined by hand. */
final class Kiosk implements AutoCloseable, Hands, Surroundings, VisitLoop.Effects {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);
    private static final int PLACE_CHARACTERS = 80;

    private final DataFolder folder;
    private final Settings settings;
    private final TerminalClock clock;
    private final Consumer<String> report;
    private final KnownConfig config;
    private final Outbox outbox;
    private final Health health;
    private final RepeatGuard guard;
    private final ButtonLoop buttonLoop;
    private final VisitLoop visits;
    private final ServerConnection server;
    private final SyncLoop sync;
    private volatile VisitScreen screen = state -> {};
    private Optional<GpioButtons> buttons = Optional.empty();

    /** @param report is told each response stored and settled, as a line for scripts */
    Kiosk(DataFolder folder, Settings settings, TerminalClock clock, String version, Consumer<String> report) {
        WireCodec codec = new WireCodec();
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.report = report;
        config = new KnownConfig(folder, codec);
        outbox = Outbox.open(folder.file("outbox.db"));
        health = new Health(version);
        guard = new RepeatGuard(settings.number(Setting.REPEAT_GUARD_MILLIS));
        buttonLoop = new ButtonLoop(holds(settings), () -> clock.now().uptimeMillis(), this::handle);
        VisitMachine machine =
                new VisitMachine(settings.text(Setting.LANGUAGE), settings.number(Setting.THANKS_MILLIS), true);
        visits = new VisitLoop(
                machine,
                machine.start(config.questionnaire(), Behaviour.USUAL, false),
                this,
                () -> new VisitEvent.Tick(clock.now().uptimeMillis(), OptionalInt.empty()));
        server = new ServerConnection(settings.text(Setting.SERVER), codec);
        sync = new SyncLoop(
                new Sync(
                        server,
                        outbox,
                        new Sync.Self(folder, config, health, settings.text(Setting.CODE)),
                        Identity.loadOrMint(folder, new SecureRandom()),
                        clock::now,
                        new Sync.Listeners(
                                it -> visits.offer(
                                        new VisitEvent.NewConfig(it.questionnaire(), Behaviour.USUAL, false)),
                                this::reportReceipt)),
                RandomGenerator.getDefault());
    }

    /** Begins to listen, to show and to sync. */
    void start(VisitScreen shownOn, InputStream stdin) {
        screen = shownOn;
        visits.start();
        GpioSettings gpio = new GpioSettings(
                settings.text(Setting.GPIO_CHIP),
                settings.numbers(Setting.GPIO_LINES),
                settings.number(Setting.GPIO_DEBOUNCE_MILLIS));
        GpioButtons opened = GpioButtons.open(gpio, stdin, clock, buttonLoop);
        buttons = Optional.of(opened);
        health.watch(opened::problem);
        health.watch(() -> buttonLoop.problems().stream().findFirst());
        sync.start();
    }

    /** Name of the place in a language, with the terminal's own name where both fit; empty before the first config. */
    @Override
    public String place(String language) {
        return config.current()
                .map(it -> {
                    String place = it.place().name().in(language);
                    String both = place + " · " + it.name();
                    return both.length() <= PLACE_CHARACTERS ? both : place;
                })
                .orElse("");
    }

    @Override
    public long uptimeMillis() {
        return clock.now().uptimeMillis();
    }

    @Override
    public void touched(Control control) {
        visits.offer(new VisitEvent.Touched(control, clock.now()));
    }

    @Override
    public void touchedBeside() {
        visits.offer(new VisitEvent.TouchedBeside(clock.now().uptimeMillis()));
    }

    @Override
    public void staffHold() {
        visits.offer(new VisitEvent.StaffHold(clock.now().uptimeMillis()));
    }

    @Override
    public void key(int button, boolean down) {
        if (down) {
            press(new Press(button, clock.now(), Press.Source.KEY));
        }
    }

    @Override
    public void typed(String text) {
        visits.offer(new VisitEvent.Typed(text, clock.now().uptimeMillis()));
    }

    @Override
    public Optional<VisitEvent> carryOut(VisitEffect effect) {
        return switch (effect) {
            case VisitEffect.Show show -> {
                screen.show(show.state());
                yield Optional.empty();
            }
            case VisitEffect.Store store -> Optional.of(store(store.entry()));
            default -> Optional.empty();
        };
    }

    /** Stops in the order of the path, so that a press already taken is still stored. */
    @Override
    public void close() {
        buttons.ifPresent(GpioButtons::close);
        buttonLoop.close();
        visits.close();
        sync.close();
        server.close();
        outbox.close();
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("The data folder's lock could not be let go; it goes with the process. ({})", e.getMessage());
        }
    }

    private static HoldSettings holds(Settings settings) {
        boolean wires = !settings.text(Setting.GPIO_CHIP).equals("stdin");
        return new HoldSettings(
                HoldSettings.LONG_PRESS_MILLIS,
                settings.number(Setting.REPEAT_GUARD_MILLIS),
                wires ? HoldSettings.GHOST_MILLIS : 0, // text has no wires, and its two edges may be read at once
                HoldSettings.STUCK_MILLIS);
    }

    private void handle(ButtonEvent event) {
        if (event instanceof ButtonEvent.Pressed pressed) {
            press(pressed.press());
        }
    }

    /** Presses come from the chip's thread and the screen's. */
    private synchronized void press(Press press) {
        if (guard.passes(press)) {
            visits.offer(new VisitEvent.Pressed(press));
        }
    }

    private VisitEvent store(Entry entry) {
        try {
            long number = outbox.append(entry.visit(), entry.question(), entry.option(), entry.time(), entry.extra());
            health.well("outbox");
            report.accept("stored " + number + " " + entry.option());
            return new VisitEvent.Stored(number, clock.now().uptimeMillis());
        } catch (OutboxException e) {
            LOG.error("{}", e.getMessage());
            health.trouble("outbox");
            return new VisitEvent.NotStored(clock.now().uptimeMillis());
        }
    }

    private void reportReceipt(Receipt receipt) {
        long settled = receipt.settled().stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
        report.accept("settled " + settled + " pending " + outbox.pending());
    }
}

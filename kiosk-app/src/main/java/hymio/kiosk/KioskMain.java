package hymio.kiosk;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Setting;
import hymio.kiosk.config.Settings;
import hymio.kiosk.outbox.OutboxException;
import hymio.kiosk.screen.FxScreen;
import hymio.kiosk.screen.ScreenSettings;
import hymio.kiosk.screen.Theme;
import hymio.kiosk.screen.VisitScreen;
import hymio.kiosk.time.KernelClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./hymio kiosk}: starts one terminal. */
@Command(
        name = "kiosk",
        mixinStandardHelpOptions = true,
        version = "Hymiö " + KioskMain.VERSION,
        description = "Starts a terminal: buttons, screen, offline store and sync.",
        footer = {
            "",
            "Settings: the file DIR/settings (key = value), environment variables HYMIO_KIOSK_…, then these options;",
            "the later wins. --config-dump lists every setting with its meaning.",
            "Exit codes: 0 stopped, 1 a fault, 2 a wrong option or setting, or a folder that cannot be used."
        })
public final class KioskMain implements Callable<Integer> {
    static final String VERSION = "0.1.0";
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder for all that this terminal keeps")
    private Path data = Path.of(".");

    @Option(names = "--server", paramLabel = "URL", description = "Address of the server")
    private @Nullable String server;

    @Option(names = "--code", paramLabel = "CODE", description = "One-time enrolment code, needed at the first start")
    private @Nullable String code;

    @Option(names = "--no-screen", description = "Buttons only: no window")
    private boolean noScreen;

    @Option(names = "--config-dump", description = "Prints all settings, secrets redacted, and ends")
    private boolean configDump;

    public static void main(String[] args) {
        System.exit(new CommandLine(new KioskMain()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Settings settings = settings();
            if (configDump) {
                System.out.println(settings.dump());
                return 0;
            }
            check(settings);
            run(settings);
            return 0;
        } catch (Settings.BadSettingException | DataFolder.UnusableException | OutboxException | CannotStart e) {
            System.err.println("hymio kiosk: " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            System.err.println("hymio kiosk: " + e.getMessage());
            return FAULT;
        }
    }

    private Settings settings() throws IOException {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        if (server != null) {
            given.put(Setting.SERVER, server);
        }
        if (code != null) {
            given.put(Setting.CODE, code);
        }
        if (noScreen) {
            given.put(Setting.SCREEN, "false");
        }
        Path file = data.resolve("settings");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return Settings.read(lines, file.toString(), System.getenv(), given);
    }

    private static void check(Settings settings) {
        if (settings.text(Setting.SERVER).isEmpty()) {
            throw new CannotStart("name the server with --server URL, or with server = URL in the settings file.");
        }
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (settings.flag(Setting.SCREEN) && !settings.flag(Setting.HEADLESS) && !display) {
            throw new CannotStart("there is no display (DISPLAY is not set). Start it from a graphical session,"
                    + " or with --no-screen for a terminal with buttons only.");
        }
    }

    private void run(Settings settings) throws IOException, InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(KioskMain::uncaught);
        CountDownLatch stopped = new CountDownLatch(1);
        Consumer<String> report = settings.flag(Setting.REPORT) ? System.out::println : line -> {};
        Kiosk kiosk = new Kiosk(DataFolder.open(data), settings, KernelClock.open(), VERSION, report);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kiosk.close();
            stopped.countDown();
        }));
        kiosk.start(settings.flag(Setting.SCREEN) ? window(kiosk, settings) : state -> {}, System.in);
        System.out.println("Hymiö terminal ready");
        stopped.await();
    }

    private static VisitScreen window(Kiosk kiosk, Settings settings) throws InterruptedException {
        if (settings.flag(Setting.HEADLESS)) {
            System.setProperty("glass.platform", "Headless");
        }
        CompletableFuture<VisitScreen> opened = new CompletableFuture<>();
        try {
            Platform.startup(() -> opened.completeAsync(() -> open(kiosk, settings), Platform::runLater));
            return opened.join();
        } catch (RuntimeException e) {
            throw new CannotStart("the window could not be opened (" + e.getMessage() + "). Is the display that DISPLAY"
                    + " names running? Start with --no-screen for a terminal with buttons only.");
        }
    }

    private static VisitScreen open(Kiosk kiosk, Settings settings) {
        String[] size = settings.text(Setting.WINDOW).split("x");
        boolean full = settings.flag(Setting.FULL_SCREEN);
        Stage stage = new Stage();
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (!full) {
                // Not on this thread: the hook waits for the visit, which may want to show something.
                Thread.ofPlatform().start(() -> System.exit(0));
            }
        });
        Theme theme = settings.text(Setting.THEME).equals("night") ? Theme.NIGHT : Theme.DAY;
        FxScreen screen = new FxScreen(
                stage,
                kiosk,
                new ScreenSettings(theme, full, Integer.parseInt(size[0]), Integer.parseInt(size[1]), false, 0),
                kiosk);
        screen.open();
        return screen;
    }

    /** An Error leaves the app in an unknown state: end at once, so that whatever watches over it starts it again. */
    private static void uncaught(Thread thread, Throwable fault) {
        LoggerFactory.getLogger(KioskMain.class).error("Thread {} failed.", thread.getName(), fault);
        if (fault instanceof Error) {
            Runtime.getRuntime().halt(FAULT);
        }
    }

    /** Something outside keeps the terminal from starting; the message says what to do. */
    private static final class CannotStart extends RuntimeException {
        CannotStart(String message) {
            super(message);
        }
    }
}

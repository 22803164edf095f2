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
import hymio.kiosk.visit.VisitLoop;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code ./hymio kiosk}: starts one terminal. */
public final class KioskMain {
    /** Threads without which there is no terminal; the toolkit's own would keep the process alive without them. */
    private static final Set<String> ENDING = Set.of("main", VisitLoop.THREAD);

    static final String VERSION = "0.1.0";

    public static void main(String[] args) {
        System.exit(call(List.of(args)));
    }

    private static int call(List<String> args) {
        try {
            Options options = Options.parse(args);
            switch (options.task()) {
                case HELP -> System.out.println(Options.HELP);
                case VERSION -> System.out.println("Hymiö " + VERSION);
                case DUMP -> System.out.println(settings(options).dump());
                case RUN -> {
                    return run(options.data(), settings(options));
                }
            }
            return ExitCode.STOPPED;
        } catch (Options.BadOptionException
                | Settings.BadSettingException
                | DataFolder.UnusableException
                | OutboxException
                | CannotStart e) {
            System.err.println("hymio kiosk: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            System.err.println("hymio kiosk: " + e.getMessage());
            return ExitCode.FAULT;
        }
    }

    private static Settings settings(Options options) throws IOException {
        Path file = options.data().resolve("settings");
        return Settings.read(lines(file), file.toString(), System.getenv(), options.given());
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (CharacterCodingException e) {
            throw new CannotStart(file + " is not UTF-8. Save it again as UTF-8.");
        }
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

    /** Runs until staff or a closed window end it, or the process is told to; the hook closes all in order. */
    private static int run(Path data, Settings settings) throws IOException {
        check(settings);
        AtomicBoolean ending = new AtomicBoolean();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> uncaught(thread, fault, ending.get()));
        CompletableFuture<Integer> left = new CompletableFuture<>();
        CompletableFuture<?> toolkit =
                settings.flag(Setting.SCREEN) ? toolkit(settings) : CompletableFuture.completedFuture(null);
        Consumer<String> report = settings.flag(Setting.REPORT) ? System.out::println : line -> {};
        Kiosk kiosk = new Kiosk(
                DataFolder.open(data),
                settings,
                KernelClock.open(),
                new Kiosk.Outside(VERSION, report, left::complete));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.set(true);
            kiosk.close();
        }));
        kiosk.start(settings.flag(Setting.SCREEN) ? window(toolkit, kiosk, settings, left) : state -> {}, System.in);
        System.out.println("Hymiö terminal ready");
        return left.join();
    }

    /** Wakes JavaFX beside all else: neither waits for the other, and together they are most of a start. */
    private static CompletableFuture<?> toolkit(Settings settings) {
        if (settings.flag(Setting.HEADLESS)) {
            System.setProperty("glass.platform", "Headless");
        }
        CompletableFuture<@Nullable Void> awake = new CompletableFuture<>();
        Thread.ofPlatform().name("toolkit").start(() -> {
            try {
                Platform.startup(() -> awake.complete(null));
            } catch (RuntimeException e) {
                awake.completeExceptionally(e);
            }
        });
        return awake;
    }

    private static VisitScreen window(
            CompletableFuture<?> toolkit, Kiosk kiosk, Settings settings, CompletableFuture<Integer> left) {
        try {
            return toolkit.thenApplyAsync(unused -> open(kiosk, settings, left), Platform::runLater)
                    .join();
        } catch (RuntimeException e) {
            throw new CannotStart("the window could not be opened (" + e.getMessage() + "). Is the display that DISPLAY"
                    + " names running? Start with --no-screen for a terminal with buttons only.");
        }
    }

    private static VisitScreen open(Kiosk kiosk, Settings settings, CompletableFuture<Integer> left) {
        boolean full = settings.flag(Setting.FULL_SCREEN);
        Stage stage = new Stage();
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (!full) {
                left.complete(ExitCode.STOPPED);
            }
        });
        FxScreen screen = new FxScreen(stage, kiosk.hands(), screenSettings(settings), kiosk);
        screen.open();
        return screen;
    }

    private static ScreenSettings screenSettings(Settings settings) {
        String[] size = settings.text(Setting.WINDOW).split("x");
        return new ScreenSettings(
                settings.text(Setting.THEME).equals("night") ? Theme.NIGHT : Theme.DAY,
                settings.flag(Setting.FULL_SCREEN),
                Integer.parseInt(size[0]),
                Integer.parseInt(size[1]),
                false,
                settings.decimal(Setting.PANEL_INCHES));
    }

    /**
     * An Error leaves the app in an unknown state, and without its visit no press is heard: end at once, so that
     * whatever watches over it starts it again.
     */
    private static void uncaught(Thread thread, Throwable fault, boolean ending) {
        if (ending && thread.getName().equals("JavaFX Application Thread")) {
            return; // JavaFX ends in a hook of its own, beside ours, and may still be drawing: nobody sees that picture
        }
        LoggerFactory.getLogger(KioskMain.class).error("Thread {} failed.", thread.getName(), fault);
        if (fault instanceof Error || ENDING.contains(thread.getName())) {
            Runtime.getRuntime().halt(ExitCode.FAULT);
        }
    }

    /** Something outside keeps the terminal from starting; the message says what to do. */
    private static final class CannotStart extends RuntimeException {
        CannotStart(String message) {
            super(message);
        }
    }
}

package hymio.kiosk;

import static hymio.kiosk.press.gpio.Trial.await;
import static hymio.kiosk.press.gpio.Trial.expect;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Setting;
import hymio.kiosk.config.Settings;
import hymio.kiosk.press.gpio.SimChip;
import hymio.kiosk.press.gpio.Trial;
import hymio.kiosk.screen.FxScreen;
import hymio.kiosk.screen.ScreenSettings;
import hymio.kiosk.screen.Theme;
import hymio.kiosk.time.KernelClock;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/**
 * One press from a kernel line to the rendered screen and the outbox, through the whole terminal; runs inside the
 * kernel of {@code provisioning/gpio-sim}, started by {@code GpioKernelTest}.
 *
 * <p>Knows nothing of how the screen looks: only that it must look otherwise once somebody has pressed.
 */
final class ScreenTrialMain {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;
    /** A screen that answers has changed more of itself than this; a caret or a clock has not. */
    private static final double CHANGED = 0.02;

    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final Path data = Path.of(System.getProperty("java.io.tmpdir"), "terminal");

    public static void main(String[] args) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        ScreenTrialMain trial = new ScreenTrialMain();
        Trial.run(() -> {}, Map.of("screen", trial::pressIsSeenAndStored));
        System.exit(0);
    }

    private String pressIsSeenAndStored() throws Exception {
        try (SimChip sim = new SimChip("pinctrl-bcm2711", 54, List.of(17, 27, 22, 23, 24));
                Kiosk kiosk = new Kiosk(
                        DataFolder.open(data),
                        settings(),
                        KernelClock.open(),
                        new Kiosk.Outside("trial", reports::add, unused -> {}))) {
            Stage stage = shown(kiosk);
            await("the question, drawn", () -> colours(picture(stage)) > 10);
            int[] asking = settled(stage);
            String said = push(sim, 22);
            expect(said.equals("stored 1 3"), "response 1 stored for face 3, not " + said);
            await("another picture", () -> difference(asking, picture(stage)) > CHANGED);
            expect(rows().equals("1:3"), "one row, number 1, face 3, not " + rows());
            return "face 3 on screen and in the outbox";
        }
    }

    /** A short push. A machine that is too slow for it may make a hold of it, which is no vote: then once more. */
    private String push(SimChip sim, int line) throws Exception {
        for (int i = 0; i < 3; i++) {
            sim.press(line);
            Thread.sleep(100);
            sim.release(line);
            String said = reports.poll(7, TimeUnit.SECONDS);
            if (said != null) {
                return said;
            }
        }
        return "nothing";
    }

    private static Settings settings() {
        return Settings.read(
                List.of(),
                "no file",
                Map.of(),
                Map.of(Setting.SERVER, "http://127.0.0.1:9", Setting.THANKS_MILLIS, "20000"));
    }

    private static Stage shown(Kiosk kiosk) throws Exception {
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(true));
        up.get(60, TimeUnit.SECONDS);
        return onScreen(() -> {
            Stage stage = new Stage();
            FxScreen screen = new FxScreen(
                    stage, kiosk.hands(), new ScreenSettings(Theme.DAY, false, WIDTH, HEIGHT, true, 0), kiosk);
            screen.open();
            kiosk.start(screen, InputStream.nullInputStream());
            return stage;
        });
    }

    private static int[] settled(Stage stage) throws Exception {
        int[][] last = {picture(stage)};
        await("a picture that stays", () -> {
            Thread.sleep(100);
            int[] now = picture(stage);
            boolean stays = difference(last[0], now) == 0;
            last[0] = now;
            return stays;
        });
        return last[0];
    }

    /** The pixels of the window as they are rendered now. */
    private static int[] picture(Stage stage) throws Exception {
        return onScreen(() -> {
            WritableImage image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int[] pixels = new int[width * (int) image.getHeight()];
            image.getPixelReader()
                    .getPixels(0, 0, width, pixels.length / width, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return pixels;
        });
    }

    private static long colours(int[] pixels) {
        return Arrays.stream(pixels).distinct().count();
    }

    /** Share of pixels that differ, 0 to 1. */
    private static double difference(int[] before, int[] after) {
        int differ = 0;
        for (int i = 0; i < before.length; i++) {
            differ += before[i] == after[i] ? 0 : 1;
        }
        return (double) differ / before.length;
    }

    private String rows() throws SQLException {
        StringBuilder found = new StringBuilder();
        try (Connection outbox = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("outbox.db"));
                ResultSet row = outbox.createStatement()
                        // The number is the lower 40 bits of the key.
                        .executeQuery("select key & ((1 << 40) - 1), option from response")) {
            while (row.next()) {
                found.append(row.getLong(1)).append(':').append(row.getInt(2));
            }
        }
        return found.toString();
    }

    private static <T> T onScreen(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable fault) {
                done.completeExceptionally(fault);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }
}

package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window under Xvfb, pressed through X as a USB button board and a finger press it. */
class KioskWindowIT {
    @TempDir
    Path folder;

    @Test
    void keysAndMouseBecomeTheSameCountsInTheResults() throws InterruptedException {
        try (Program x = new Program(
                        "Xvfb",
                        List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"),
                        Map.of());
                TownServer town = TownServer.start(folder)) {
            String display = ":" + x.await("^[0-9]+$").group();
            try (Program kiosk = kiosk(town, display)) {
                kiosk.await("terminal ready");
                xdotool(display, "search", "--sync", "--onlyvisible", "--name", "Hymiö");
                pressKeys(display, kiosk, 1, 1, 2, 3, 4, 4, 4);
                touchFaces(display, kiosk, 7, 1, 3);
                town.awaitResults("location=kirjasto", "\"options\":{\"1\":3,\"2\":1,\"3\":2,\"4\":3},\"total\":9");
                assertThat(town.results("location=kirjasto&by=terminal&grain=day"))
                        .contains("\"options\":{\"1\":3,\"2\":1,\"3\":2,\"4\":3},\"total\":9")
                        .contains("\"index\":48.15");
            }
        }
    }

    private Program kiosk(TownServer town, String display) throws InterruptedException {
        return Program.hymio(
                Map.of(
                        "DISPLAY", display,
                        "HYMIO_KIOSK_REPORT", "true",
                        "HYMIO_KIOSK_GPIO_CHIP", "none",
                        "HYMIO_KIOSK_SOUND", "false",
                        "HYMIO_KIOSK_THANKS_MS", "500"),
                "kiosk",
                "--data",
                folder.resolve("kiosk").toString(),
                "--server",
                town.url,
                "--code",
                town.code("Aula"));
    }

    /** Closed loop: each key waits for the one before to be stored, and for a burst to be over. */
    private static void pressKeys(String display, Program kiosk, int... keys) throws InterruptedException {
        for (int i = 0; i < keys.length; i++) {
            Thread.sleep(1_600);
            xdotool(display, "key", String.valueOf(keys[i]));
            kiosk.awaitCount("stored ", i + 1L);
        }
    }

    /** Faces stand in the four quarters of the width, a little below the middle. */
    private static void touchFaces(String display, Program kiosk, int storedBefore, int... faces)
            throws InterruptedException {
        for (int i = 0; i < faces.length; i++) {
            Thread.sleep(1_000);
            xdotool(display, "mousemove", "5", "5", "click", "1"); // thanks end at a touch beside
            Thread.sleep(700);
            String x = String.valueOf(1280 * (2 * faces[i] - 1) / 8 + (faces[i] <= 2 ? 20 : -20));
            xdotool(display, "mousemove", x, "430", "click", "1");
            kiosk.awaitCount("stored ", storedBefore + i + 1L);
        }
    }

    private static void xdotool(String display, String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        try (Program tool = new Program("xdotool", command, Map.of("DISPLAY", display))) {
            assertThat(tool.exit(Duration.ofSeconds(60)))
                    .as(String.join("\n", tool.lines()))
                    .isZero();
        }
    }
}

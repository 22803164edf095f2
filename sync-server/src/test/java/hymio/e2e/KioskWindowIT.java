package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window under Xvfb, pressed through X as a USB button board and a finger press it. */
class KioskWindowIT {
    @TempDir
    Path folder;

    @Test
    void keysAndMouseBecomeTheSameCountsInTheResults() throws InterruptedException {
        try (Window window = Window.open();
                TownServer town = TownServer.start(folder);
                Program kiosk = kiosk(town, window)) {
            kiosk.await("^config ");
            window.awaitTerminal();
            pressKeys(window, kiosk, 1, 1, 2, 3, 4, 4, 4);
            touchFaces(window, kiosk, 7, 1, 3);
            town.awaitResults("location=kirjasto", "\"options\":{\"1\":3,\"2\":1,\"3\":2,\"4\":3},\"total\":9");
            assertThat(town.results("location=kirjasto&by=terminal&grain=day"))
                    .contains("\"options\":{\"1\":3,\"2\":1,\"3\":2,\"4\":3},\"total\":9")
                    .contains("\"index\":48.15");
        }
    }

    private Program kiosk(TownServer town, Window window) throws InterruptedException {
        return Program.hymio(
                Map.of(
                        "DISPLAY", window.display(),
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
    private static void pressKeys(Window window, Program kiosk, int... keys) throws InterruptedException {
        for (int i = 0; i < keys.length; i++) {
            Thread.sleep(1_600);
            window.key(keys[i]);
            kiosk.awaitCount("stored ", i + 1L);
        }
    }

    private static void touchFaces(Window window, Program kiosk, int storedBefore, int... faces)
            throws InterruptedException {
        for (int i = 0; i < faces.length; i++) {
            Thread.sleep(1_700);
            window.beside(); // ends the thanks
            Thread.sleep(900);
            window.face(faces[i]);
            kiosk.awaitCount("stored ", storedBefore + i + 1L);
        }
    }
}

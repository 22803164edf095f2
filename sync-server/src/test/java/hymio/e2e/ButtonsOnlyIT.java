package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal without a screen is a full citizen: it is heard, speaks, knows play, and behaves as the server says. */
class ButtonsOnlyIT {
    private static final long FIVE_MINUTES = 300_000;

    @TempDir
    Path folder;

    @Test
    void terminalWithoutAScreenBehavesAsTheServerSaysAndIsCounted() throws Exception {
        try (TownServer town = TownServer.start(folder)) {
            town.provision(
                    "settings",
                    "behaviour",
                    "--location",
                    "kirjasto",
                    "--discreet",
                    "true",
                    "--round-minutes",
                    "5",
                    "--volume",
                    "30");
            try (Program kiosk = kiosk(town)) {
                kiosk.await("^config "); // the server's settings came with it
                Thread.sleep(1_000);
                press(kiosk, 17);
                kiosk.await("stored 1 1");
                press(kiosk, 23);
                kiosk.await("stored 2 4 misuse"); // too soon for another visitor
                awaitText("played", "sound");
                Thread.sleep(2_000);
                kiosk.type("27 0\n");
                awaitText("Hyvin", "said"); // held: what it means
                kiosk.type("27 1\n");
                Thread.sleep(2_000);
                press(kiosk, 27);
                kiosk.await("stored 3 2");
                town.awaitResults("location=kirjasto", "\"options\":{\"1\":1,\"2\":1,\"3\":0,\"4\":0},\"total\":2");
                kiosk.await("settled 1 pending 0");
            }
            assertThat(text("said")).contains("-a 9 "); // 30 % is a gain of 0.09
            assertThat(minutesOfPresses()).isEqualTo("0");
        }
    }

    private static void press(Program kiosk, int line) throws InterruptedException {
        kiosk.type(line + " 0\n");
        Thread.sleep(100);
        kiosk.type(line + " 1\n");
    }

    private Program kiosk(TownServer town) throws InterruptedException, IOException {
        Files.writeString(folder.resolve("voice"), """
                case $1 in --voices) echo Heading; echo ' 5  fi'; exit;; esac
                { echo "$* "; cat; } >> "${0%/*}/said"
                """);
        Files.writeString(folder.resolve("player"), "cat > /dev/null; echo played >> \"${0%/*}/sound\"");
        Map<String, String> settings = new HashMap<>(Map.of(
                "HYMIO_KIOSK_REPORT", "true",
                "HYMIO_KIOSK_GPIO_CHIP", "stdin",
                "HYMIO_KIOSK_GPIO_LINES", "17,27,22,23",
                "HYMIO_KIOSK_SPEECH_PROGRAM", "sh " + folder.resolve("voice"),
                "HYMIO_KIOSK_SOUND_PROGRAM", "sh " + folder.resolve("player")));
        return Program.hymio(
                settings,
                "kiosk",
                "--data",
                folder.resolve("kiosk").toString(),
                "--server",
                town.url,
                "--code",
                town.code("Ovi"),
                "--no-screen");
    }

    private void awaitText(String wanted, String file) throws InterruptedException, IOException {
        for (int i = 0; i < 300 && !text(file).contains(wanted); i++) {
            Thread.sleep(100);
        }
        assertThat(text(file)).contains(wanted);
    }

    private String text(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** How many presses the terminal keeps at a time that is no multiple of five minutes. */
    private String minutesOfPresses() throws SQLException {
        try (Connection outbox = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kiosk/outbox.db"));
                ResultSet rows = outbox.createStatement()
                        .executeQuery("select count(*) from response where (uptime + offset) % " + FIVE_MINUTES
                                + " <> 0 and uptime > 0")) {
            rows.next();
            return rows.getString(1);
        }
    }
}

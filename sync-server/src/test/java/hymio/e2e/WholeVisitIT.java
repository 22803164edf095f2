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

/** More than a press, from a real window to the server: reasons, a comment, an undo; and the way of staff. */
class WholeVisitIT {
    private static final int PREVIOUS = 1;
    private static final int NEXT = 2;
    private static final int CHOOSE = 3;
    /** GPIO lines of those buttons: while a comment is written, digits of the keyboard write. */
    private static final Map<Integer, Integer> LINES = Map.of(PREVIOUS, 17, NEXT, 27, CHOOSE, 22);

    private static final String QUESTIONNAIRE = """
            {"id": "kaynti", "version": 1, "questions": [
              {"id": "sujui", "version": 1,
               "text": {"fi": "Miten asiointisi sujui?", "sv": "Hur gick ditt ärende?", "en": "How did it go?"},
               "faces": [{"fi": "Erinomaisesti", "sv": "Utmärkt", "en": "Very well"},
                         {"fi": "Hyvin", "sv": "Bra", "en": "Well"},
                         {"fi": "Huonosti", "sv": "Dåligt", "en": "Badly"},
                         {"fi": "Erittäin huonosti", "sv": "Mycket dåligt", "en": "Very badly"}]},
              {"id": "syy", "version": 1, "faces": [], "after": [3, 4],
               "text": {"fi": "Mikä ei sujunut?", "sv": "Vad fungerade inte?", "en": "What did not go well?"},
               "answers": {"kind": "choice", "choices": [
                  {"icon": "staff", "text": {"fi": "Palvelu", "sv": "Bemötandet", "en": "Service"}},
                  {"icon": "wait", "text": {"fi": "Odotus", "sv": "Väntetiden", "en": "Waiting"}}]}},
              {"id": "sanat", "version": 1, "faces": [], "after": [3, 4],
               "text": {"fi": "Haluatko kertoa lisää?", "sv": "Vill du berätta mer?", "en": "Tell more?"},
               "answers": {"kind": "comment", "choices": []}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void reasonMaskedCommentAndUndoReachTheServer() throws Exception {
        try (Window window = Window.open();
                TownServer town = TownServer.start(folder)) {
            publish(town);
            try (Program kiosk = kiosk(town, window)) {
                kiosk.await("^config "); // its questionnaire came with it
                Thread.sleep(1_000);
                window.face(4);
                kiosk.await("stored 1 4");
                Thread.sleep(2_000); // a hand that drums on does not answer
                window.key(NEXT);
                window.key(NEXT);
                window.key(CHOOSE);
                kiosk.await("stored 2 2");
                Thread.sleep(6_000); // the vote can no longer be taken back: its control is gone
                window.type("Soita 040 123 4567");
                press(kiosk, PREVIOUS, PREVIOUS, CHOOSE); // comfort, send
                Thread.sleep(1_000);
                press(kiosk, NEXT, CHOOSE); // send as it was masked
                kiosk.await("stored 3 0");
                takeBack(window, kiosk);
                town.awaitResults("location=kirjasto", "\"options\":{\"1\":0,\"2\":0,\"3\":0,\"4\":1},\"total\":1");
                kiosk.await("settled .* pending 0");
            }
            assertThat(comments())
                    .startsWith("Soita ")
                    .doesNotContain("040", "4567")
                    .hasSizeLessThan(18);
        }
    }

    /** A vote without follow-ups; holding the same button takes it back. */
    private static void takeBack(Window window, Program kiosk) throws InterruptedException {
        Thread.sleep(2_000);
        window.beside();
        Thread.sleep(1_000);
        window.key(1);
        kiosk.await("stored 4 1");
        Thread.sleep(1_000);
        window.holdKey(1, 700);
        kiosk.await("stored 5 1 takes back 4");
    }

    @Test
    void staffOpenTheirMenuWithThePinOfTheServerAndStartTheTerminalAgain() throws Exception {
        try (Window window = Window.open();
                TownServer town = TownServer.start(folder)) {
            town.provisionTyping("246888\n", "settings", "pin", "--location", "kirjasto");
            try (Program kiosk = kiosk(town, window)) {
                kiosk.await("^config ");
                Thread.sleep(1_000);
                window.hold(170, 52, 5_000); // the name of the place
                Thread.sleep(1_000);
                keys(window, NEXT, NEXT, CHOOSE, NEXT, NEXT, CHOOSE, NEXT, NEXT, CHOOSE, NEXT, NEXT);
                keys(window, CHOOSE, CHOOSE, CHOOSE, NEXT, NEXT, NEXT, NEXT, CHOOSE); // 8, 8, 8, enter
                Thread.sleep(4_000);
                keys(window, NEXT, NEXT, NEXT, CHOOSE); // restart
                Thread.sleep(1_000);
                keys(window, NEXT, CHOOSE); // asked again: yes
                kiosk.awaitCount("Hymiö terminal ready", 2);
                assertThat(kiosk.lines()).noneMatch(line -> line.contains("246888") || line.startsWith("stored"));
            }
        }
    }

    private void publish(TownServer town) throws IOException, InterruptedException {
        Path file = folder.resolve("questionnaire.json");
        Files.writeString(file, QUESTIONNAIRE);
        town.provision("questionnaire", "publish", "--location", "kirjasto", "--file", file.toString());
    }

    private Program kiosk(TownServer town, Window window) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "DISPLAY", window.display(),
                "HYMIO_KIOSK_REPORT", "true",
                "HYMIO_KIOSK_GPIO_CHIP", "stdin",
                "HYMIO_KIOSK_GPIO_LINES", "17,27,22,23",
                "HYMIO_KIOSK_REPEAT_GUARD_MS", "0",
                "HYMIO_KIOSK_LONG_PRESS_MS", "500",
                "HYMIO_KIOSK_SOUND", "false"));
        Program kiosk = Program.hymio(
                settings,
                "kiosk",
                "--data",
                folder.resolve("kiosk").toString(),
                "--server",
                town.url,
                "--code",
                town.code("Aula"));
        kiosk.await("terminal ready");
        window.awaitTerminal();
        return kiosk;
    }

    private static void keys(Window window, int... keys) throws InterruptedException {
        for (int key : keys) {
            window.key(key);
        }
    }

    private static void press(Program kiosk, int... buttons) throws InterruptedException {
        for (int button : buttons) {
            Thread.sleep(500);
            kiosk.type(LINES.get(button) + " 0\n" + LINES.get(button) + " 1\n");
        }
    }

    private String comments() throws SQLException {
        try (Connection server = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("server/hymio.db"));
                ResultSet rows = server.createStatement().executeQuery("select group_concat(text) from comment")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}

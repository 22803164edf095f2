package hymio.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Setting;
import hymio.kiosk.config.Settings;
import hymio.kiosk.time.KernelClock;
import hymio.wire.Behaviour;
import hymio.wire.Config;
import hymio.wire.Golden;
import hymio.wire.Look;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole terminal but for its window: buttons as text, real outbox, real sockets, programs that keep what is said. */
class KioskTest {
    private static final Look LOOK = new Look(
            "#FFFFFF",
            "#000000",
            "#333333",
            "#FFFFFF",
            List.of("#00695C", "#2E7D32", "#8A6100", "#C2410C", "#9F1239"),
            Optional.empty());

    @TempDir
    Path folder;

    private final WireCodec codec = new WireCodec();
    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final Noted screen = new Noted();
    private final List<String> beats = new CopyOnWriteArrayList<>();
    private final PipedOutputStream gpio = new PipedOutputStream();
    private volatile String newest = "c1";
    private volatile byte[] config = new byte[0];

    @BeforeEach
    void answer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** A server that holds no responses, only a config. */
    private MockResponse answer(RecordedRequest request) {
        if (request.getUrl().encodedPath().endsWith("/config")) {
            return new MockResponse.Builder()
                    .addHeader("ETag", "\"" + newest + "\"")
                    .body(new Buffer().write(config))
                    .build();
        }
        String batch = new String(codec.gunzip(request.getBody().toByteArray()), StandardCharsets.UTF_8);
        beats.add(batch);
        String journal = batch.replaceFirst(".*\"journal\":\"([^\"]*)\".*", "$1");
        return new MockResponse.Builder()
                .body("{\"journal\":\"" + journal + "\",\"settled\":[{\"first\":1,\"last\":1000}],\"conflicts\":[],"
                        + "\"serverMillis\":1,\"config\":\"" + newest + "\",\"waitSeconds\":0}")
                .build();
    }

    private Config config(Optional<Look> look, Behaviour behaviour, String version) throws IOException {
        Config golden = codec.read(Golden.v1("config"), Config.class);
        return new Config(
                version,
                golden.terminal(),
                golden.name(),
                golden.place(),
                golden.questionnaire(),
                look,
                Optional.of(behaviour),
                Optional.empty());
    }

    private Kiosk kiosk(boolean withScreen) throws IOException {
        Files.writeString(folder.resolve("identity"), "s".repeat(43) + "\nt-4k7m2p9x\n");
        // A voice and a player that keep what they are given.
        script("voice", "case $1 in --voices) echo 'Pty Language'; echo ' 5  fi'; exit;; esac; cat >> \"$0.said\"");
        script("player", "cat > /dev/null; echo played >> \"$0.heard\"");
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        given.put(Setting.SERVER, server.url("/").toString());
        given.put(Setting.GPIO_CHIP, "stdin");
        given.put(Setting.GPIO_LINES, "17,27,22,23");
        given.put(Setting.LONG_PRESS_MILLIS, "400");
        given.put(Setting.REPEAT_GUARD_MILLIS, "0");
        given.put(Setting.SCREEN, String.valueOf(withScreen));
        given.put(Setting.SPEECH_PROGRAM, "sh " + folder.resolve("voice"));
        given.put(Setting.SOUND_PROGRAM, "sh " + folder.resolve("player"));
        Kiosk kiosk = new Kiosk(
                DataFolder.open(folder),
                Settings.read(List.of(), "none", Map.of(), given),
                KernelClock.open(),
                new Kiosk.Outside("0.1.0", reports::add, unused -> {}));
        kiosk.start(screen, new PipedInputStream(gpio));
        return kiosk;
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String said() throws IOException {
        Path file = folder.resolve("voice.said");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void edge(int line, int level) throws IOException {
        gpio.write((line + " " + level + "\n").getBytes(StandardCharsets.US_ASCII));
        gpio.flush();
    }

    private void press(int line) throws IOException {
        edge(line, 0);
        edge(line, 1);
    }

    private String stored() throws InterruptedException {
        String line = "";
        while (!line.startsWith("stored")) {
            line = String.valueOf(reports.poll(20, TimeUnit.SECONDS));
            assertThat(line).isNotEqualTo("null");
        }
        return line;
    }

    private static void await(String what, BooleanSupplier until) throws InterruptedException {
        for (int i = 0; i < 3_000 && !until.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(until.getAsBoolean()).as("waited in vain: " + what).isTrue();
    }

    @Test
    void terminalWithoutAScreenStoresSyncsSpeaksAndKnowsPlay() throws Exception {
        config = codec.write(config(Optional.empty(), Behaviour.USUAL, "c1"));
        try (Kiosk kiosk = kiosk(false)) {
            press(27);
            assertThat(stored()).isEqualTo("stored 1 2");
            press(23);
            assertThat(stored()).isEqualTo("stored 2 4 misuse");
            await("settled", () -> beats.stream().anyMatch(it -> it.contains("\"misuse\":1")));
            Thread.sleep(1_600); // the burst is over
            edge(17, 0);
            await("speech", () -> {
                try {
                    return said().contains("Erinomaisesti");
                } catch (IOException e) {
                    return false;
                }
            });
            edge(17, 1);
            Thread.sleep(1_600);
            press(17);
            assertThat(stored()).isEqualTo("stored 3 1"); // the hold did not vote
            assertThat(kiosk.place("sv")).isEmpty(); // somebody was here all the time
        }
        assertThat(Files.readString(folder.resolve("player.heard"))).contains("played");
        assertThat(screen.all)
                .contains("show Finger", "show Saving", "show Thanking")
                .doesNotContain("show Choosing");
    }

    @Test
    void newLookIsTakenWhenNobodyIsThereAndSurvivesARestart() throws Exception {
        Behaviour quick = new Behaviour(false, 0, 10, 50, Optional.empty());
        config = codec.write(config(Optional.of(LOOK), quick, "c1"));
        try (Kiosk kiosk = kiosk(true)) {
            assertThat(kiosk.place("fi")).isEmpty();
            await("the town's look", () -> screen.all.contains("look #FFFFFF"));
            assertThat(screen.all.indexOf("look own")).isZero();
            assertThat(kiosk.place("fi")).isEqualTo("Pääkirjasto · Aula");
        }
        server.close();
        screen.all.clear();
        gpio.close();
        try (Kiosk again = again()) {
            assertThat(screen.all.getFirst()).isEqualTo("look #FFFFFF");
            assertThat(again.place("fi")).isEqualTo("Pääkirjasto · Aula");
        }
    }

    private Kiosk again() throws IOException {
        Kiosk kiosk = new Kiosk(
                DataFolder.open(folder),
                Settings.read(
                        List.of(),
                        "none",
                        Map.of(),
                        Map.of(
                                Setting.SERVER,
                                "http://127.0.0.1:9",
                                Setting.GPIO_CHIP,
                                "none",
                                Setting.SOUND,
                                "false")),
                KernelClock.open(),
                new Kiosk.Outside("0.1.0", reports::add, unused -> {}));
        kiosk.start(screen, PipedInputStream.nullInputStream());
        return kiosk;
    }

    @Test
    void configThatThisAppCannotReadIsSaidInTheHeartbeatAndTheTerminalGoesOn() throws Exception {
        newest = "c7";
        config = "{\"version\":\"c7\",\"terminal\":\"t-4k7m2p9x\"}".getBytes(StandardCharsets.UTF_8);
        try (Kiosk kiosk = kiosk(false)) {
            await(
                    "refusal",
                    () -> beats.stream()
                            .anyMatch(it ->
                                    it.contains("\"refused\":{\"config\":\"c7\"") && it.contains("config-refused")));
            press(17);
            assertThat(stored()).isEqualTo("stored 1 1");
            assertThat(kiosk.place("fi")).isEmpty();
        }
    }

    @Test
    void missingSoundCardAndVoiceAreWordsInTheHeartbeatAndCostNoPress() throws Exception {
        config = codec.write(config(Optional.empty(), Behaviour.USUAL, "c1"));
        try (Kiosk kiosk = kiosk(false)) {
            script("player", "exit 1");
            await("press", () -> pressIsStored());
            await("sound-absent", () -> beats.stream().anyMatch(it -> it.contains("sound-absent")));
            assertThat(kiosk.hands()).isNotNull();
        }
    }

    private boolean pressIsStored() {
        try {
            press(22);
            return stored().startsWith("stored ");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}

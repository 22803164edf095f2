package hymio.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Behaviour;
import hymio.wire.Look;
import hymio.wire.PinRequest;
import hymio.wire.Setting;
import hymio.wire.WireCodec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCommandTest {
    private static final Behaviour QUIET =
            new Behaviour(true, 15, 30, 0, Optional.of(new Behaviour.Sleep("21:00", "07:30")));
    private static final Setting NONE = new Setting(false, Optional.empty(), Optional.empty(), Optional.empty());

    private final WireCodec codec = new WireCodec();
    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Setting of(String from, Behaviour behaviour) {
        return new Setting(true, Optional.of(from), Optional.empty(), Optional.of(behaviour));
    }

    private void answers(Object... answers) {
        for (Object answer : answers) {
            server.enqueue(answer instanceof MockResponse response ? response : Cli.json(200, answer));
        }
    }

    private static MockResponse done() {
        return new MockResponse.Builder().code(204).build();
    }

    private Look example() {
        return codec.read(Cli.run("settings", "example").out().getBytes(StandardCharsets.UTF_8), Look.class);
    }

    private Path exampleFile() throws IOException {
        return Files.writeString(
                folder.resolve("look.json"), Cli.run("settings", "example").out());
    }

    private String sent(String method, String path) throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod() + " " + request.getUrl().encodedPath()).isEqualTo(method + " " + path);
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    @Test
    void showTellsWhatHoldsAndWhereItIsSet() {
        Setting pin = new Setting(true, Optional.of("kirjasto"), Optional.empty(), Optional.empty());
        answers(NONE, of("kaupunki", QUIET), pin);
        assertThat(Cli.at(server, "settings", "show", "--location", "kirjasto")
                        .out()
                        .lines())
                .containsExactly(
                        "SETTING    SET AT    VALUE",
                        "look       -         Hymiö's own",
                        "behaviour  kaupunki  discreet, press times to 15 min, idle 30 s, volume 0 %, dark 21:00 to 07:30",
                        "staff-pin  kirjasto  set");
        answers(NONE, NONE, NONE);
        assertThat(Cli.at(server, "settings", "show", "--location", "a", "--json")
                        .out())
                .isEqualToIgnoringNewLines("{\"location\":\"a\",\"look\":{\"set\":false},"
                        + "\"behaviour\":{\"set\":false},\"staffPin\":{\"set\":false}}");
    }

    @Test
    void exampleIsALookAndIsSetWithALogo() throws Exception {
        Path png = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png", png.toFile());
        answers(done(), new Setting(true, Optional.of("a"), Optional.of(example()), Optional.empty()));
        Cli cli = Cli.at(
                server,
                "settings",
                "look",
                "--location",
                "a",
                "--file",
                exampleFile().toString(),
                "--logo",
                png.toString());
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).contains("The look is set for a and what is below it.");
        Look look = codec.read(
                sent("PUT", "/api/v1/locations/a/settings/look").getBytes(StandardCharsets.UTF_8), Look.class);
        assertThat(look.logo()).contains(Base64.getEncoder().encodeToString(Files.readAllBytes(png)));
        assertThat(look.ink()).isEqualTo(example().ink());
    }

    @Test
    void filesThatCannotBeUsedAreNamedBeforeTheServerIsAsked() throws Exception {
        Path pale = Files.writeString(
                folder.resolve("pale.json"), Files.readString(exampleFile()).replace("#14213D", "#999999"));
        Path text = Files.writeString(folder.resolve("logo.txt"), "This is no picture, however long it may be.");
        Path large = Files.write(folder.resolve("large.png"), new byte[49_153]);
        assertRefused("pale.json is no look that can be used. ink has a contrast of 2.7:1", pale.toString());
        assertRefused("There is no file " + pale + "x", pale + "x");
        assertRefused("logo must be a PNG", exampleFile().toString(), "--logo", text.toString());
        assertRefused("is larger than 49152 bytes", exampleFile().toString(), "--logo", large.toString());
        assertRefused("There is no file", exampleFile().toString(), "--logo", large + "x");
        assertThat(server.getRequestCount()).isZero();
    }

    private void assertRefused(String reason, String... files) {
        String[] words = new String[5 + files.length];
        System.arraycopy(new String[] {"settings", "look", "--location", "a", "--file"}, 0, words, 0, 5);
        System.arraycopy(files, 0, words, 5, files.length);
        Cli cli = Cli.at(server, words);
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).contains(reason);
    }

    @Test
    void behaviourChangesOnlyWhatIsNamed() throws Exception {
        answers(of("kaupunki", QUIET), done(), of("a", QUIET));
        Cli cli = Cli.at(server, "settings", "behaviour", "--location", "a", "--volume", "70", "--discreet", "false");
        assertThat(cli.err()).isEmpty();
        sent("GET", "/api/v1/locations/a/settings/behaviour");
        String body = sent("PUT", "/api/v1/locations/a/settings/behaviour");
        assertThat(codec.read(body.getBytes(StandardCharsets.UTF_8), Behaviour.class))
                .isEqualTo(new Behaviour(false, 15, 30, 70, QUIET.sleep()));
    }

    @Test
    void behaviourStartsFromHymiosOwnAndSleepCanBeSetAndTakenAway() throws Exception {
        answers(NONE, done(), of("a", QUIET));
        Cli.at(server, "settings", "behaviour", "--location", "a", "--sleep", "21:00-07:30");
        server.takeRequest();
        assertThat(codec.read(server.takeRequest().getBody().toByteArray(), Behaviour.class))
                .isEqualTo(new Behaviour(false, 0, 20, 50, QUIET.sleep()));
        server.takeRequest();
        answers(of("a", QUIET), done(), of("a", QUIET));
        Cli.at(server, "settings", "behaviour", "--location", "a", "--sleep", "never", "--round-minutes", "30");
        server.takeRequest();
        assertThat(codec.read(server.takeRequest().getBody().toByteArray(), Behaviour.class))
                .isEqualTo(new Behaviour(true, 30, 30, 0, Optional.empty()));
    }

    @Test
    void valuesOutOfRangeAreWrongUse() {
        answers(NONE, NONE, NONE);
        for (String[] wrong : new String[][] {{"--idle-seconds", "5"}, {"--sleep", "21:00"}, {"--sleep", "9-10"}}) {
            Cli cli = Cli.at(server, "settings", "behaviour", "--location", "a", wrong[0], wrong[1]);
            assertThat(cli.exit()).isEqualTo(2);
            assertThat(cli.err()).contains("must be");
        }
    }

    @Test
    void pinIsTypedAndNeverAnArgumentAndNeverShown() throws Exception {
        Setting set = new Setting(true, Optional.of("a"), Optional.empty(), Optional.empty());
        answers(done(), set);
        Cli cli = Cli.typing(Optional.of("246813"), Cli.args(server, "settings", "pin", "--location", "a", "--json"));
        assertThat(cli.out()).isEqualToIgnoringNewLines("{\"set\":true,\"from\":\"a\"}");
        String body = sent("PUT", "/api/v1/locations/a/settings/staff-pin");
        assertThat(codec.read(body.getBytes(StandardCharsets.UTF_8), PinRequest.class)
                        .pin())
                .isEqualTo("246813");
        for (Optional<String> wrong :
                java.util.List.of(Optional.of("24681"), Optional.of(""), Optional.<String>empty())) {
            Cli refused = Cli.typing(wrong, Cli.args(server, "settings", "pin", "--location", "a"));
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).doesNotContain("24681");
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void removedSettingTellsWhatHoldsNow() throws Exception {
        answers(done(), of("kaupunki", QUIET), done(), NONE);
        assertThat(Cli.at(server, "settings", "behaviour", "--location", "a", "--remove")
                        .out())
                .contains("a no longer sets its own behaviour. That of kaupunki holds.");
        sent("DELETE", "/api/v1/locations/a/settings/behaviour");
        server.takeRequest();
        assertThat(Cli.at(server, "settings", "pin", "--location", "a", "--remove")
                        .out())
                .contains("a no longer sets its own staff-pin. None is set above it either.");
        sent("DELETE", "/api/v1/locations/a/settings/staff-pin");
    }

    @Test
    void refusalOfTheServerIsShown() {
        server.enqueue(Cli.problem("not-found", 404, "There is no location a."));
        Cli cli = Cli.at(server, "settings", "show", "--location", "a");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).contains("There is no location a.");
    }
}

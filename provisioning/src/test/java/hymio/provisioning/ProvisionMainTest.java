package hymio.provisioning;

import static hymio.wire.UnitInfo.Came.ENROLLED;
import static hymio.wire.UnitInfo.Came.SWAPPED;
import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Conflict;
import hymio.wire.ConflictList;
import hymio.wire.EnrolmentCode;
import hymio.wire.Place;
import hymio.wire.PlaceList;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.Texts;
import hymio.wire.UnitInfo;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionMainTest {
    private static final Place LIBRARY = new Place(
            "paakirjasto", Texts.of("Pääkirjasto", "Huvudbiblioteket", "Main library"), "kirjastot", "Europe/Helsinki");
    private static final TerminalInfo TERMINAL = new TerminalInfo(
            "t-4k7m2p9x",
            "Aula",
            "paakirjasto",
            "2026-11-22T08:00:00Z",
            "",
            false,
            12,
            10,
            0,
            2,
            "0.1.0",
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            List.of());

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

    @Test
    void locationAddSendsTheLocationAndPrintsOneJsonDocument() throws Exception {
        server.enqueue(Cli.json(201, LIBRARY));
        Cli cli = Cli.at(
                server,
                "location",
                "add",
                "--id",
                "paakirjasto",
                "--name-fi",
                "Pääkirjasto",
                "--name-sv",
                "Huvudbiblioteket",
                "--name-en",
                "Main library",
                "--parent",
                "kirjastot",
                "--json");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exit()).isZero();
        assertThat(codec.read(cli.out().getBytes(StandardCharsets.UTF_8), Place.class))
                .isEqualTo(LIBRARY);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/api/v1/locations");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer tok-en");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(codec.read(request.getBody().toByteArray(), Place.class)).isEqualTo(LIBRARY);
    }

    @Test
    void missingNamesAreTheFinnishOne() throws Exception {
        server.enqueue(Cli.json(201, LIBRARY));
        Cli.at(server, "location", "add", "--id", "uimahalli", "--name-fi", "Uimahalli");
        assertThat(codec.read(server.takeRequest().getBody().toByteArray(), Place.class))
                .isEqualTo(
                        new Place("uimahalli", Texts.of("Uimahalli", "Uimahalli", "Uimahalli"), "", "Europe/Helsinki"));
    }

    @Test
    void sharedOptionsMayStandAnywhere() throws Exception {
        String url = server.url("/").toString();
        for (String[] args : new String[][] {
            {"--server", url, "--token", "a", "--json", "terminal", "list"},
            {"terminal", "--server", url, "--token", "a", "--json", "list"},
            {"terminal", "list", "--server", url, "--token", "a", "--json"},
            {"--server", url, "terminal", "--json", "list", "--token", "a"},
        }) {
            server.enqueue(Cli.json(200, new TerminalList(List.of(TERMINAL))));
            Cli cli = Cli.run(args);
            assertThat(cli.err()).isEmpty();
            assertThat(codec.read(cli.out().getBytes(StandardCharsets.UTF_8), TerminalList.class))
                    .isEqualTo(new TerminalList(List.of(TERMINAL)));
            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer a");
        }
    }

    @Test
    void serverBehindAPathIsReached() throws Exception {
        server.enqueue(Cli.json(200, new PlaceList(List.of())));
        Cli.run("--server", server.url("/hymio/").toString(), "--token", "a", "location", "list");
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/hymio/api/v1/locations");
    }

    @Test
    void tokenComesFromEnvironmentOrFile() throws Exception {
        String url = server.url("/").toString();
        server.enqueue(Cli.json(200, new PlaceList(List.of())));
        Cli.run(Map.of("HYMIO_TOKEN", "from-env\n"), "--server", url, "location", "list");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer from-env");

        Path file = Files.writeString(folder.resolve("token"), "from-file\n");
        server.enqueue(Cli.json(200, new PlaceList(List.of())));
        Cli.run("location", "list", "--server", url, "--token-file", file.toString());
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer from-file");
    }

    @Test
    void codeIsPrintedForScriptsAndForPeople() {
        EnrolmentCode code = new EnrolmentCode("ABCD-EFGH-JKLM", "2026-11-29T08:00:00Z");
        server.enqueue(Cli.json(201, code));
        server.enqueue(Cli.json(201, code));
        String[] words = {"code", "--location", "paakirjasto", "--name", "Aula"};
        assertThat(Cli.at(server, words).out())
                .contains("ABCD-EFGH-JKLM")
                .contains("2026-11-29T08:00:00Z")
                .contains("./hymio kiosk");
        assertThat(Cli.at(server, "code", "--location", "paakirjasto", "--name", "Aula", "--json")
                        .out())
                .isEqualToIgnoringNewLines("{\"code\":\"ABCD-EFGH-JKLM\",\"expires\":\"2026-11-29T08:00:00Z\"}");
    }

    @Test
    void terminalsAreATableForPeople() {
        server.enqueue(Cli.json(200, new TerminalList(List.of(TERMINAL))));
        assertThat(Cli.at(server, "terminal", "list").out().lines())
                .containsExactly(
                        "ID          NAME  LOCATION     STATE   LAST SEEN  STORED  RECEIVED  PENDING  CONFLICTS  APP    MACHINE",
                        "t-4k7m2p9x  Aula  paakirjasto  in use  never          12        10        2          0  0.1.0");
    }

    @Test
    void whatIsWrongWithATerminalIsToldInTheLanguageAskedFor() throws Exception {
        UnitInfo first = new UnitInfo("3f2a90cd", "2026-11-22T08:00:00Z", "2026-11-23T08:00:00Z", ENROLLED, List.of());
        UnitInfo now = new UnitInfo("77bc01aa", "2026-11-24T08:00:00Z", "2026-11-25T08:00:00Z", SWAPPED, List.of());
        TerminalInfo told = new TerminalInfo(
                "t-1",
                "Aula",
                "a",
                "",
                "",
                false,
                0,
                0,
                0,
                0,
                "0.1.0",
                List.of("disk-low"),
                Optional.empty(),
                List.of(first, now),
                false,
                List.of("Muistikortilla on vähän tilaa.", "Toinen \u001b[31m asia."));
        server.enqueue(Cli.json(200, new TerminalList(List.of(TERMINAL, told))));
        Cli cli = Cli.at(server, "terminal", "list", "--language", "fi");
        assertThat(server.takeRequest().getHeaders().get("Accept-Language")).isEqualTo("fi");
        assertThat(cli.out().lines().toList().subList(2, 7))
                .containsExactly(
                        "t-1         Aula  a            in use  never           0         0        0          0  0.1.0"
                                + "  77bc01aa since 2026-11-24T08:00:00Z",
                        "",
                        "t-1 Aula",
                        "  Muistikortilla on vähän tilaa.",
                        "  Toinen  [31m asia.");
    }

    @Test
    void conflictsAreATableForPeople() throws Exception {
        Conflict.Version held = new Conflict.Version("service@1", 1, 7, "2026-11-22T08:00:00Z", 0, 0);
        Conflict.Version aside = new Conflict.Version("service@1", 4, 7, "2026-11-22T08:01:00Z", 0, 0);
        UUID journal = UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100");
        Conflict conflict = new Conflict(journal, 7, "2026-11-22T09:00:00Z", held, aside, List.of("option", "time"));
        server.enqueue(Cli.json(200, new ConflictList(List.of(conflict), 205)));
        assertThat(Cli.at(server, "terminal", "conflicts", "t-1").out())
                .contains("option time  service@1=1 2026-11-22T08:00:00Z  service@1=4 2026-11-22T08:01:00Z")
                .contains("1 of 205");
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/api/v1/terminals/t-1/conflicts");
    }

    @Test
    void codeForANewMachineIsAskedOfTheTerminal() throws Exception {
        server.enqueue(Cli.json(201, new EnrolmentCode("ABCD-EFGH-JKLM", "2026-11-29T08:00:00Z")));
        assertThat(Cli.at(server, "code", "--replace", "t-1").out()).contains("ABCD-EFGH-JKLM");
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/api/v1/terminals/t-1/codes");
        for (String[] wrong : new String[][] {
            {"code"},
            {"code", "--name", "Aula"},
            {"code", "--replace", "t-1", "--name", "Aula"},
            {"code", "--replace", ""}
        }) {
            Cli cli = Cli.at(server, wrong);
            assertThat(cli.exit()).as(cli.err()).isEqualTo(2);
            assertThat(cli.err()).contains("--replace TERMINAL");
        }
    }

    @Test
    void locationsAreATreeForPeople() {
        Place top = new Place("kirjastot", Texts.of("Kirjastot", "Bibliotek", "Libraries"), "", "Europe/Helsinki");
        server.enqueue(Cli.json(200, new PlaceList(List.of(top, LIBRARY))));
        assertThat(Cli.at(server, "location", "list").out().lines())
                .containsExactly(
                        "LOCATION       ID           ZONE",
                        "Kirjastot      kirjastot    Europe/Helsinki",
                        "  Pääkirjasto  paakirjasto  Europe/Helsinki");
    }

    @Test
    void revokeAsksTheServerAndSaysSo() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());
        Cli cli = Cli.at(server, "terminal", "revoke", "t-4k7m2p9x", "--json");
        assertThat(cli.out()).isEqualToIgnoringNewLines("{\"id\":\"t-4k7m2p9x\",\"revoked\":true}");
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/api/v1/terminals/t-4k7m2p9x/revoke");
    }

    @Test
    void mistypedWordsGetAHint() {
        Cli command = Cli.run("locatoin", "list");
        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err()).contains("locatoin").contains("location").contains("./hymio provision --help");
        Cli option = Cli.run("location", "add", "--id", "a", "--name-fi", "A", "--parnet", "b");
        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err()).contains("--parent").contains("./hymio provision location add --help");
        assertThat(option.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "location",
                "terminal",
                "location add --id a",
                "terminal revoke",
                "location list",
                "--server http://localhost location list",
                "--server nowhere --token a location list",
                "--server http://u:p@localhost --token a location list",
                "--server http://localhost --token a --token-file b location list",
                "--server http://localhost --token-file /does/not/exist location list",
                "--server http://localhost --token a location add --id ÄÄ --name-fi A",
                "--server http://localhost --token a location add --id a --name-fi A --zone Mars",
                "--server http://localhost --token a location add --id a --name-fi A\uFFFD",
                "questionnaire example --faces 6",
                "questionnaire example --faces 4 --languages",
                "settings",
                "settings look --location a",
                "settings look --location a --logo b.png",
                "settings look --location a --file b.json --remove",
                "settings behaviour --location a",
                "settings behaviour --location a --volume 5 --remove",
                "settings behaviour --location a --discreet maybe",
                "settings pin",
                "settings pin --location a --pin 246813",
            })
    void wrongUseIsNamedOnStandardErrorWithExitCodeTwo(String words) {
        Cli cli = Cli.run(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).startsWith("provision: ").contains("--help").doesNotContain("Exception");
    }

    @Test
    void tokenIsNeverEchoed() {
        Cli cli = Cli.run("--server", "http://localhost", "--token", "sec ret", "location", "list");
        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("the access token").doesNotContain("sec ret");
        assertThat(Cli.run("--tokn", "secret", "location", "list").err())
                .contains("--tokn")
                .doesNotContain("secret");
        assertThat(Cli.run("location", "list", "--tokn=secret").err())
                .contains("--tokn")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "location",
                "location add",
                "location list",
                "code",
                "terminal",
                "terminal list",
                "terminal revoke",
                "questionnaire",
                "questionnaire publish",
                "questionnaire example",
                "settings",
                "settings show",
                "settings example",
                "settings look",
                "settings behaviour",
                "settings pin",
            })
    void everyCommandHasHelp(String words) {
        Cli cli = Cli.run((words + " --help").strip().split(" "));
        assertThat(cli.exit()).isZero();
        assertThat(cli.out())
                .contains("Usage: ./hymio provision" + (words.isEmpty() ? "" : " " + words))
                .contains("--server");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void refusalsAreShownWithTheServersWordsAndExitCodeOne() {
        server.enqueue(Cli.problem("exists", 409, "paakirjasto stands already with another name. Choose another id."));
        Cli cli = Cli.at(server, "location", "add", "--id", "paakirjasto", "--name-fi", "A", "--json");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .isEqualToIgnoringNewLines("provision: paakirjasto stands already with another name."
                        + " Choose another id. (409 exists)");
    }
}

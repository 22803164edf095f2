package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.access.Secrets;
import hymio.server.access.TokenStore;
import hymio.server.db.DataFolder;
import hymio.server.db.Db;
import hymio.server.http.Listen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("sqlite")
class ServerMainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return ServerMain.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), new TestClock())
                .execute(arguments);
    }

    private String data() {
        return folder.toString();
    }

    @Test
    void helpStandsOnEveryCommand() {
        for (String[] command : new String[][] {
            {"--help"},
            {"serve", "--help"},
            {"admin", "-h"},
            {"admin", "token", "--help"},
            {"admin", "token", "create", "--help"},
            {"admin", "staff", "add", "--help"},
            {"admin", "tokens", "add", "--help"},
            {"admin", "audit", "--help"}
        }) {
            assertThat(run(command)).isZero();
        }
        assertThat(out.toString()).contains("--port", "--poll-seconds", "NAME", "--json");
    }

    @Test
    void wrongWordGetsAHint() {
        assertThat(run("serv")).isEqualTo(2);
        assertThat(err.toString()).contains("serve");
    }

    @Test
    void tokenIsToldOnceAndOnlyItsHashIsKept() throws Exception {
        assertThat(run("admin", "--data", data(), "token", "create", "demo", "--json"))
                .isZero();
        String json = out.toString().strip();
        assertThat(json).matches("\\{\"token\":\"hymio_[A-Za-z0-9_-]{43}\"}");
        String token = json.substring(10, json.length() - 2);
        try (Db db = Db.openBeside(DataFolder.database(folder))) {
            TokenStore tokens = new TokenStore(db, new Secrets(new SecureRandom()));
            assertThat(tokens.find(token).map(TokenStore.Token::name)).contains("demo");
            assertThat(tokens.find(token + "x")).isEmpty();
        }
        assertThat(new String(Files.readAllBytes(DataFolder.database(folder)), StandardCharsets.ISO_8859_1))
                .doesNotContain(token);
    }

    @Test
    void tokenIsMadeBesideARunningServer() throws Exception {
        HymioServer.Options options = new HymioServer.Options(folder, Listen.plain("127.0.0.1", 0), 20);
        try (HymioServer server = HymioServer.start(options, new TestClock())) {
            assertThat(server.port()).isPositive();
            assertThat(run("admin", "--data", data(), "token", "create", "demo"))
                    .isZero();
        }
        assertThat(out.toString()).startsWith("hymio_");
        assertThat(err.toString()).contains("not shown again");
    }

    @Test
    void tokenOfTheSameNameIsRefused() {
        run("admin", "--data", data(), "token", "create", "demo");
        assertThat(run("admin", "--data", data(), "token", "create", "demo")).isEqualTo(2);
        assertThat(err.toString()).contains("demo already");
        assertThat(run("admin", "--data", data(), "token", "create", " ")).isEqualTo(2);
    }

    @Test
    void adminWithoutAFolderSaysSo() {
        assertThat(run("admin", "token", "create", "demo")).isEqualTo(2);
        assertThat(err.toString()).contains("admin --data DIR");
    }

    @Test
    void badOptionsAreNamed() {
        assertThat(run("serve")).isEqualTo(2);
        assertThat(run("serve", "--data", data(), "--port", "65536")).isEqualTo(2);
        assertThat(run("serve", "--data", data(), "--port", "x")).isEqualTo(2);
        assertThat(run("serve", "--data", data(), "--poll-seconds", "0")).isEqualTo(2);
        assertThat(run("serve", "--data", data(), "--host", "no.such.host.invalid"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "'--data", "--port must be from 0 to 65535", "--poll-seconds must be", "no.such.host.invalid");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void plainHttpBeyondThisMachineMustBeAskedForByName() {
        assertThat(run("serve", "--data", data(), "--host", "0.0.0.0", "--port", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--tls-certificate", "--plain-http");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void certificateNeedsItsKeyAndProxiesAreAddresses() {
        assertThat(run("serve", "--data", data(), "--tls-certificate", "a.pem")).isEqualTo(2);
        assertThat(run("serve", "--data", data(), "--behind-proxy", "127.0.0.1,proxy"))
                .isEqualTo(2);
        assertThat(run("serve", "--data", data(), "--tls-certificate", "no.pem", "--tls-key", "no.key"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("name both", "\"proxy\" is no IP address", "no.pem cannot be read")
                .doesNotContain("Exception");
    }

    @Test
    void folderThatCannotBeWrittenIsTold() {
        assertThat(run("serve", "--data", "/sys/hymio")).isEqualTo(2);
        assertThat(err.toString()).contains("/sys/hymio cannot be used").doesNotContain("Exception");
    }

    @Test
    void secondServerIsTold() {
        try (DataFolder kept = DataFolder.keep(folder)) {
            assertThat(kept.database()).doesNotExist();
            assertThat(run("serve", "--data", data(), "--port", "0")).isEqualTo(2);
        }
        assertThat(err.toString()).contains("Another Hymiö server").doesNotContain("Exception");
    }

    @Test
    void takenPortIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--data", data(), "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(2);
        }
        assertThat(err.toString()).contains("Cannot listen", "--port").doesNotContain("Exception");
    }

    @Test
    void databaseOfANewerProgramIsTold() {
        try (Db db = Db.open(DataFolder.database(folder))) {
            db.change(
                    handle -> handle.execute("insert into flyway_schema_history (installed_rank, version, description,"
                            + " type, script, installed_by, execution_time, success)"
                            + " values (99, '99', 'from tomorrow', 'SQL', 'V99__from_tomorrow.sql', '', 0, 1)"));
        }
        assertThat(run("serve", "--data", data(), "--port", "0")).isEqualTo(2);
        assertThat(run("admin", "--data", data(), "token", "create", "demo")).isEqualTo(2);
        assertThat(err.toString())
                .contains("newer Hymiö (schema 99 from tomorrow)")
                .doesNotContain("Exception");
    }

    private String told(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(String.join(" ", arguments)).isZero();
        return out.toString().replaceFirst("\\R$", "");
    }

    @Test
    void memberOfStaffIsAddedWithALinkThatWorksOnce() throws Exception {
        try (HymioServer server = HymioServer.start(
                new HymioServer.Options(folder, Listen.plain("127.0.0.1", 0), 20), Clock.systemUTC())) {
            String url = "http://127.0.0.1:" + server.port();
            String link =
                    told("admin", "--data", data(), "staff", "add", "Aino", "--role", "viewer", "--server", url + "/");
            assertThat(link).matches(url + "/setup\\?token=[A-Za-z0-9_-]{43}");
            assertThat(page(link)).contains("Aino", "name=\"again\"");
            assertThat(told("admin", "--data", data(), "staff", "list"))
                    .isEqualTo("Aino\tviewer everywhere\tno password chosen yet");
            String reset = told("admin", "--data", data(), "staff", "reset", "aino");
            assertThat(page(link)).contains("Linkki ei enää toimi");
            assertThat(page(url + reset)).contains("Aino");
            told("admin", "--data", data(), "staff", "disable", "Aino");
            assertThat(page(url + reset)).contains("Linkki ei enää toimi");
            assertThat(told("admin", "--data", data(), "staff", "list")).endsWith("disabled");
        }
    }

    private static String page(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Accept-Language", "fi")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void rolesAreGivenAndTakenAndEachIsInTheLog() {
        told("admin", "--data", data(), "staff", "add", "Aino", "--role", "viewer");
        told("admin", "--data", data(), "staff", "role", "Aino", "editor");
        assertThat(told("admin", "--data", data(), "staff", "list")).contains("editor everywhere");
        told("admin", "--data", data(), "staff", "role", "Aino", "none");
        assertThat(told("admin", "--data", data(), "staff", "list")).contains("no role");
        assertThat(told("admin", "--data", data(), "audit")
                        .lines()
                        .map(line -> line.substring(line.indexOf('\t') + 1).stripTrailing()))
                .containsExactly(
                        "command\taccount-role\tAino\t\teditor",
                        "command\taccount-role\tAino\t\tviewer\teditor",
                        "command\taccount-role\tAino\t\t\tviewer",
                        "command\taccount-add\tAino");
        assertThat(told("admin", "--data", data(), "audit", "--last", "1").lines())
                .hasSize(1);
    }

    @Test
    void wrongNamesAndRolesAndLocationsOfStaffAreTold() {
        told("admin", "--data", data(), "staff", "add", "Aino", "--role", "viewer");
        String[][] wrong = {
            {"add", "AINO", "--role", "viewer"},
            {"add", "Eero", "--role", "boss"},
            {"add", "Eero"},
            {"add", " ", "--role", "viewer"},
            {"add", "Eero", "--role", "viewer", "--at", "nowhere"},
            {"role", "Eero", "viewer"},
            {"role", "Aino", "boss"},
            {"reset", "Eero"},
            {"disable", "Eero"}
        };
        for (String[] words : wrong) {
            String[] arguments = Stream.concat(Stream.of("admin", "--data", data(), "staff"), Stream.of(words))
                    .toArray(String[]::new);
            assertThat(run(arguments)).as(String.join(" ", words)).isEqualTo(2);
        }
        assertThat(err.toString())
                .contains("account named AINO already", "\"boss\" is no role", "no location nowhere", "named Eero")
                .doesNotContain("Exception");
        assertThat(told("admin", "--data", data(), "staff", "list").lines()).hasSize(1);
    }

    @Test
    void tokensHaveARoleAndAreRevokedAtOnce() throws Exception {
        String token = told("admin", "--data", data(), "tokens", "add", "reports", "--role", "viewer");
        assertThat(token).matches("hymio_[A-Za-z0-9_-]{43}");
        assertThat(told("admin", "--data", data(), "tokens", "list"))
                .startsWith("reports\tviewer everywhere\tsince ")
                .doesNotContain(token);
        try (Db db = Db.openBeside(DataFolder.database(folder))) {
            TokenStore tokens = new TokenStore(db, new Secrets(new SecureRandom()));
            assertThat(tokens.find(token)).isPresent();
            told("admin", "--data", data(), "tokens", "revoke", "reports");
            assertThat(tokens.find(token)).isEmpty();
        }
        assertThat(run("admin", "--data", data(), "tokens", "revoke", "reports"))
                .isEqualTo(2);
        assertThat(run("admin", "--data", data(), "tokens", "add", "x", "--role", "viewer", "--at", "nowhere"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no token named reports", "no location nowhere");
    }
}

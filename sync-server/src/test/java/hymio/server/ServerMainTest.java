package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.access.Secrets;
import hymio.server.access.TokenStore;
import hymio.server.db.DataFolder;
import hymio.server.db.Db;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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
            {"admin", "token", "create", "--help"}
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
            TokenStore tokens = new TokenStore(db, new Secrets(new SecureRandom()), new TestClock());
            assertThat(tokens.find(token)).contains("demo");
            assertThat(tokens.find(token + "x")).isEmpty();
        }
        assertThat(new String(Files.readAllBytes(DataFolder.database(folder)), StandardCharsets.ISO_8859_1))
                .doesNotContain(token);
    }

    @Test
    void tokenIsMadeBesideARunningServer() throws Exception {
        HymioServer.Options options = new HymioServer.Options(folder, "127.0.0.1", 0, 20);
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
}

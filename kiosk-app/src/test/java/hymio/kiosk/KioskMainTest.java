package hymio.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.config.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person starts it, in a process of its own: what it says and how it ends. */
class KioskMainTest {
    private static final String NOWHERE = "http://127.0.0.1:9";

    @TempDir
    Path data;

    private record Ended(int exit, String said) {}

    private static Ended kiosk(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "hymio.kiosk.KioskMain"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(it -> it.endsWith("DISPLAY") || it.startsWith("HYMIO_"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private Ended kioskHere(String... args) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(List.of(args));
        return kiosk(all.toArray(String[]::new));
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        Ended ended = kiosk("--help");
        assertThat(ended.exit()).isZero();
        assertThat(ended.said()).contains("--data", "--server", "--code", "--no-screen", "--config-dump");
    }

    @Test
    void mistypedOptionGetsAHint() throws Exception {
        Ended ended = kioskHere("--sever", NOWHERE);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("--server");
    }

    @Test
    void configDumpShowsSettingsAndHidesTheCode() throws Exception {
        Files.writeString(data.resolve("settings"), "theme = night\ncode = ABCD-EFGH-JKLM\n");
        Ended ended = kioskHere("--config-dump");
        assertThat(ended.exit()).isZero();
        assertThat(ended.said()).contains("theme = night", "code = REDACTED").doesNotContain("ABCD");
    }

    @Test
    void badSettingIsNamedWithFileAndLine() throws Exception {
        Files.writeString(data.resolve("settings"), "# ours\ntheem = night\n");
        Ended ended = kioskHere("--server", NOWHERE, "--no-screen");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("settings line 2", "theem", "Did you mean theme?");
    }

    @Test
    void missingServerIsSaid() throws Exception {
        Ended ended = kioskHere("--no-screen");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("--server URL");
    }

    @Test
    void missingDisplayIsSaidWithTheWayWithout() throws Exception {
        Ended ended = kioskHere("--server", NOWHERE);
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("no display", "--no-screen");
    }

    @Test
    void folderThatCannotBeWrittenIsSaid() throws Exception {
        Ended ended = kiosk("--data", "/sys/hymio", "--server", NOWHERE, "--no-screen");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("/sys/hymio cannot be written");
    }

    @Test
    void secondKioskOnTheSameFolderIsSaid() throws Exception {
        try (DataFolder taken = DataFolder.open(data)) {
            Ended ended = kioskHere("--server", NOWHERE, "--no-screen");
            assertThat(taken.file("kiosk.lock")).exists();
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.said()).contains("Another kiosk uses the data folder");
        }
    }

    @Test
    void damagedIdentityIsSaidWithWhatToDo() throws Exception {
        Files.writeString(data.resolve("identity"), "torn");
        Ended ended = kioskHere("--server", NOWHERE, "--no-screen");
        assertThat(ended.exit()).as(ended.said()).isEqualTo(2);
        assertThat(ended.said()).contains("identity cannot be used", "enrol the terminal again");
    }

    @Test
    void newerOutboxIsRefused() throws Exception {
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("outbox.db"));
                var statement = newer.createStatement()) {
            statement.execute("pragma user_version = 99");
        }
        Ended ended = kioskHere("--server", NOWHERE, "--no-screen");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("newer Hymiö");
    }
}

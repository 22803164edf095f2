package hymio.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the demo as its own program over a launcher that starts {@link FakeHymio}. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DemoMainTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    @Test
    void pressesAreComparedAndEverythingIsStopped() throws Exception {
        Run run = run("", "--seconds", "4", "--keep", data().toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Starting the server…", "Making the town: 10 places…", "Starting terminal 6 of 6")
                .containsPattern("sign in and watch: http://127.0.0.1:\\d+/setup\\?token=once")
                .contains("The network of Uimahallin pukuhuone is cut", "The network of Uimahallin pukuhuone is back")
                .containsPattern("pressed [1-9]\\d*  stored [1-9]\\d*  synced")
                .containsPattern("(?m)^Hymiölä +([1-9]\\d*) +\\1 +\\1$")
                .contains("\n    Pääkirjasto", "Every press is stored and shown")
                .doesNotContain(FakeHymio.TOKEN);
        assertThat(programs()).hasSize(8).noneMatch(DemoMainTest::runs);
        assertThat(commands()).filteredOn(c -> c.contains("--no-screen")).hasSize(5);
    }

    @Test
    void differenceIsNamedAndFailsTheDemo() throws Exception {
        Run run = run("lose", "--seconds", "1", "--keep", data().toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("Location uimahalli: pressed")
                .containsPattern("Uimahalli .* differs")
                .contains("The numbers differ: 1 differences");
    }

    @Test
    void pressThatNoTerminalStoredFailsTheDemo() throws Exception {
        Run run = run("deaf", "--seconds", "2", "--no-screen");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("Terminal Pääkirjaston aula: pressed").contains("stored 0 {}");
    }

    @Test
    void terminalThatDiesIsNamedWithItsLastWords() throws Exception {
        Run run = run("die", "--seconds", "60", "--keep", data().toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("Terminal Palvelupisteen tiski stopped by itself with exit code 9.")
                .contains("The card is full");
        assertThat(programs()).hasSize(8).noneMatch(DemoMainTest::runs);
    }

    @Test
    void serverThatDoesNotStartIsNamedAndTheTemporaryFolderGoes() throws Exception {
        Run run = run("no-server", "--seconds", "5");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("The server stopped by itself with exit code 3.")
                .contains("read-only");
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("hymio-demo-"));
        }
    }

    @Test
    void signalStopsEverythingAndStillPrintsTheTable() throws Exception {
        Process demo = start("", "--keep", data().toString());
        awaitLine("pressed [1-9]");
        demo.destroy();
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(out()).contains("Stopping…", "LOCATION", "Every press is stored and shown");
        assertThat(programs()).hasSize(8).noneMatch(DemoMainTest::runs);
    }

    @Test
    void signalWhileStartingStopsEverything() throws Exception {
        Process demo = start("", "--keep", data().toString());
        awaitLine("Starting terminal 2");
        demo.destroy();
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(programs()).isNotEmpty().noneMatch(DemoMainTest::runs);
        assertThat(Files.readString(folder.resolve("err"))).isEqualToIgnoringNewLines("demo: stopped.");
    }

    @Test
    void wrongUseIsNamed() throws Exception {
        assertThat(run("", "--seconds", "0").exit()).isEqualTo(2);
        assertThat(run("", "--secnds", "5").err()).contains("--seconds");
        Files.createDirectories(data().resolve("full"));
        assertThat(run("", "--keep", data().toString()).err()).contains("is not empty");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Run run(String fault, String... args) throws Exception {
        Process demo = start(fault, args);
        assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(demo.exitValue(), out(), Files.readString(folder.resolve("err")));
    }

    private Process start(String fault, String... args) throws IOException {
        Path tmp = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + tmp,
                "-cp",
                System.getProperty("java.class.path"),
                DemoMain.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HYMIO_LAUNCHER", launcher().toString());
        builder.environment().put("FAKE_FAULT", fault);
        builder.redirectOutput(folder.resolve("out").toFile());
        builder.redirectError(folder.resolve("err").toFile());
        return builder.start();
    }

    /** A script as {@code ./hymio} is one; it does not exec, so that its Java is a grandchild. */
    private Path launcher() throws IOException {
        Path script = folder.resolve("hymio");
        Files.writeString(
                script, """
                #!/bin/bash
                "%s" -XX:TieredStopAtLevel=1 -Xmx64m -cp "%s" %s "$@"
                """.formatted(JAVA, System.getProperty("java.class.path"), FakeHymio.class.getName()));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
    }

    private void awaitLine(String pattern) throws Exception {
        for (int i = 0; i < 600 && !out().matches("(?s).*" + pattern + ".*"); i++) {
            Thread.sleep(100);
        }
        assertThat(out()).containsPattern(pattern);
    }

    /** Process ids of the fakes, which each left a file in its data folder. */
    private List<Long> programs() throws IOException {
        try (Stream<Path> files = Files.walk(data())) {
            return files.map(p -> p.getFileName().toString())
                    .filter(n -> n.startsWith("pid-"))
                    .map(n -> Long.valueOf(n.substring(4)))
                    .toList();
        }
    }

    private List<String> commands() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(Files.readString(file));
            }
        }
        return all.stream().filter(c -> c.startsWith("kiosk")).toList();
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private record Run(int exit, String out, String err) {}
}

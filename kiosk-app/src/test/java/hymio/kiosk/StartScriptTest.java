package hymio.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Config;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kiosk.sh} with the flags that are measured, a real JVM and a very small terminal. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StartScriptTest {
    private static final Path SCRIPT = Path.of("kiosk.sh").toAbsolutePath();
    private static final Path FLAGS = Path.of("jvm.flags").toAbsolutePath();
    private static final FileTime SAME_TIME = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    Path app;

    private record Ended(int exit, String said) {}

    @BeforeEach
    void makeApp() throws IOException {
        Files.createDirectories(app.resolve("lib"));
        Path fx = Files.createDirectories(app.resolve("fx"));
        for (String jar : System.getProperty("java.class.path").split(":")) {
            if (jar.matches(".*/javafx-[a-z]+-[^/]*-linux[^/]*\\.jar")) {
                Files.copy(Path.of(jar), fx.resolve(Path.of(jar).getFileName()));
            }
        }
        build("one");
    }

    /** A terminal that says a word and how it was started; any word of three letters makes a jar of the same size. */
    private void build(String word) throws IOException {
        Path source = Files.createDirectories(app.resolve("src")).resolve("KioskMain.java");
        Files.writeString(source, """
                package hymio.kiosk;
                public class KioskMain {
                    public static void main(String[] args) {
                        System.out.println("code " + "%s");
                        System.out.println(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
                    }
                }
                """.formatted(word));
        Path classes = Files.createDirectories(app.resolve("classes"));
        int fault = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes + "", source + "");
        assertThat(fault).isZero();
        Path jar = app.resolve("hymio-kiosk-0.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            JarEntry entry = new JarEntry("hymio/kiosk/KioskMain.class");
            entry.setMethod(JarEntry.DEFLATED);
            entry.setLastModifiedTime(SAME_TIME);
            out.setLevel(0);
            out.putNextEntry(entry);
            out.write(Files.readAllBytes(classes.resolve("hymio/kiosk/KioskMain.class")));
        }
        Files.setLastModifiedTime(jar, SAME_TIME);
    }

    private ProcessBuilder script(String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        program.environment().put("HYMIO_KIOSK_APP", app.toString());
        return program;
    }

    private static Ended run(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(app.resolve("aot"))) {
            return files.filter(it -> !it.endsWith("lock")).toList();
        }
    }

    @Test
    void startsWithExactlyTheFlagsOfTheOneFile() throws Exception {
        List<String> flags = Files.readAllLines(FLAGS).stream()
                .filter(it -> it.startsWith("-X") || it.startsWith("-D"))
                .toList();
        assertThat(flags).hasSizeGreaterThan(10);
        Ended ended = run(script());
        assertThat(ended.exit()).as(ended.said()).isZero();
        flags.forEach(flag -> assertThat(ended.said()).contains(flag));
        Ended printed = run(script("--print", "--data", "x"));
        assertThat(printed.said().lines().filter(it -> it.startsWith("-X"))).isEmpty();
        assertThat(printed.said()).contains("@" + FLAGS).endsWith("hymio.kiosk.KioskMain\n--data\nx\n");
    }

    @Test
    void launcherStartsTheTerminalByTheScript() throws Exception {
        ProcessBuilder launcher = new ProcessBuilder(
                        Path.of("../hymio").toAbsolutePath().toString(), "kiosk", "--print", "--x")
                .redirectErrorStream(true);
        launcher.environment().keySet().removeIf(it -> it.endsWith("DISPLAY") || it.startsWith("HYMIO_"));
        launcher.environment().put("HYMIO_READY", "1");
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(run(launcher).said()).contains("@" + FLAGS).endsWith("hymio.kiosk.KioskMain\n--x\n");
    }

    @Test
    void changedJarIsNotRunFromTheOldCache() throws Exception {
        assertThat(run(script("--prepare")).exit()).isZero();
        Path cache = caches().getFirst();
        assertThat(run(script("--print")).said()).contains("-XX:AOTCache=" + cache);
        assertThat(run(script()).said()).contains("code one", "-XX:AOTCache=" + cache);
        long size = Files.size(app.resolve("hymio-kiosk-0.jar"));
        build("two");
        assertThat(app.resolve("hymio-kiosk-0.jar")).hasSize(size);
        assertThat(cache).exists();
        assertThat(run(script()).said()).contains("code two").doesNotContain("AOTCache");
    }

    @Test
    void cacheOfTheNewJarTakesThePlaceOfTheOldOne() throws Exception {
        run(script("--prepare"));
        build("two");
        run(script("--prepare"));
        assertThat(caches()).hasSize(1);
        assertThat(run(script()).said()).contains("code two", "-XX:AOTCache=" + caches().getFirst());
    }

    @Test
    void brokenCacheKeepsNobodyFromStarting() throws Exception {
        run(script("--prepare"));
        Path cache = caches().getFirst();
        byte[] whole = Files.readAllBytes(cache);
        byte[] worn = whole.clone();
        for (int i = whole.length / 2; i < whole.length / 2 + 4096; i++) {
            worn[i] ^= 0x55;
        }
        for (byte[] broken : List.of(worn, java.util.Arrays.copyOf(whole, whole.length / 3), new byte[0])) {
            Files.write(cache, broken);
            Ended ended = run(script());
            assertThat(ended.exit()).as(ended.said()).isZero();
            assertThat(ended.said()).contains("code one");
        }
    }

    @Test
    void twoStartsAtOnceMakeOneWholeCache() throws Exception {
        Process other = script("--prepare")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Ended ended = run(script("--prepare"));
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(caches()).hasSize(1);
        assertThat(run(script()).said()).contains("code one", "-XX:AOTCache=");
    }

    @Test
    void folderThatCannotBeWrittenMeansNoCache() throws Exception {
        ProcessBuilder prepare = script("--prepare");
        prepare.environment().put("HYMIO_KIOSK_CACHE", "/sys/hymio");
        assertThat(run(prepare).said()).contains("/sys/hymio cannot be written");
        ProcessBuilder start = script();
        start.environment().put("HYMIO_KIOSK_CACHE", "/sys/hymio");
        assertThat(run(start).said()).contains("code one");
    }

    @Test
    void rehearsalAsksTheFourFaces() throws Exception {
        Config config = new WireCodec().read(Files.readAllBytes(Path.of("rehearsal.json")), Config.class);
        assertThat(config.questionnaire().questions().getFirst().faces()).hasSize(4);
    }
}

package hymio.kiosk.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the kernel of {@code provisioning/gpio-sim} and programs of the test class path inside it. */
public final class TestMachine {
    public static final String NO_KERNEL =
            "No test kernel yet. Build it once (about 5 minutes): provisioning/gpio-sim/build.sh";

    private static final Path SCRIPTS =
            Path.of("").toAbsolutePath().resolveSibling("provisioning").resolve("gpio-sim");

    /** For tests that are skipped without. */
    public static boolean built() throws IOException, InterruptedException {
        Process path = new ProcessBuilder(SCRIPTS.resolve("build.sh").toString(), "--path").start();
        return Files.isExecutable(Path.of(lines(path).getLast()));
    }

    /**
     * Switches it on.
     *
     * @param name of a file in target that will hold the command; not in a folder for temporary files, which the
     *     machine may not share
     * @param more more words for run.sh: the seconds it may run, the disk
     * @param mains programs that run one after the other
     */
    public static Process start(String name, List<String> more, List<String> mains) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve("run.sh").toString(), script(name, mains)));
        command.addAll(more);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** All that it says until it is switched off. */
    public static List<String> lines(Process machine) throws IOException, InterruptedException {
        try (BufferedReader output = machine.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            if (!machine.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("said all and does not end:\n" + String.join("\n", lines));
            }
            return lines;
        } finally {
            machine.destroy();
        }
    }

    private static String script(String name, List<String> mains) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String run = "'" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx96m"
                + " --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir=/run -Djavafx.cachedir=/run/openjfx -cp '"
                + System.getProperty("java.class.path") + "' ";
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        mains.forEach(main -> script.append(run).append(main).append('\n'));
        Path file = Path.of("target", name).toAbsolutePath();
        Files.writeString(file, script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"))
                .toString();
    }

    private TestMachine() {}
}

package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The buttons on real lines of a real kernel: starts the kernel of {@code provisioning/gpio-sim} once, runs
 * {@link KernelTrialMain} and {@code ScreenTrialMain} inside it, and reads what they say.
 */
@Tag("kernel")
@EnabledIf(
        value = "kernelIsBuilt",
        disabledReason = "No test kernel yet. Build it once (about 5 minutes): provisioning/gpio-sim/build.sh")
class GpioKernelTest {
    private static final Path SCRIPTS =
            Path.of("").toAbsolutePath().resolveSibling("provisioning").resolve("gpio-sim");
    private static final String SCREEN_TRIAL = "hymio.kiosk.ScreenTrialMain";
    private static final int SECONDS = 400;

    private static List<String> said = List.of();

    static boolean kernelIsBuilt() throws Exception {
        String kernel =
                run(List.of(SCRIPTS.resolve("build.sh").toString(), "--path")).getLast();
        return Files.isExecutable(Path.of(kernel));
    }

    @BeforeAll
    static void runTheTrialOnce() throws Exception {
        said = run(List.of(SCRIPTS.resolve("run.sh").toString(), command().toString(), Integer.toString(SECONDS)));
    }

    @Test
    void everyCleanPressOnFiveLinesArrivesOnceWithItsTime() {
        assertPassed("clean");
    }

    @Test
    void pressWithBouncingContactsCountsOnce() {
        assertPassed("bounce");
    }

    @Test
    void buttonHeldAtStartIsNoPress() {
        assertPassed("held");
    }

    @Test
    void takenLineIsBusyAndIsHeardOnceItIsFree() {
        assertPassed("busy");
    }

    @Test
    void lineThatTheChipHasNotIsNamed() {
        assertPassed("line");
    }

    @Test
    void chipThatGoesIsOpenedAgainWhenItIsBack() {
        assertPassed("unplugged");
    }

    @Test
    void userWithoutRightsIsDeniedAndWithThemNeedsNotBeRoot() {
        assertPassed("denied");
    }

    @Test
    void chipThatGoesWhileAButtonIsHeldCancelsIt() {
        assertPassed("unplugged-held");
    }

    @Test
    void longPressIsAHoldAndAShortOneAPress() {
        assertPassed("long");
    }

    @Test
    void ghostPulsesAreNoPressesAndAreReported() {
        assertPassed("ghost");
    }

    @Test
    void stuckButtonIsReportedAndDoesNotBlockTheOthers() {
        assertPassed("stuck");
    }

    @Test
    void lightsShineAndGoOut() {
        assertPassed("lights");
    }

    @Test
    void activeLowLightsAreOffWhenHigh() {
        assertPassed("active-low");
    }

    @Test
    void everyOutputLineIsSwitchedByItself() {
        assertPassed("lines");
    }

    @Test
    void outputLineThatIsTakenOrMissingIsNamed() {
        assertPassed("led-refused");
    }

    @Test
    void lightsAreFoundAgainWhenTheirChipIsBack() {
        assertPassed("led-unplugged");
    }

    @Test
    void onePressGoesFromTheKernelToTheRenderedScreenAndTheOutbox() {
        assertPassed("screen");
    }

    private static void assertPassed(String step) {
        assertThat(said).as(() -> String.join("\n", said)).anyMatch(line -> line.startsWith(Trial.PASSED + step + ":"));
    }

    /** A script that runs the trials; not in a folder for temporary files, which the test machine may not share. */
    private static Path command() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String run = "'" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx96m"
                + " --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir=/run -Djavafx.cachedir=/run/openjfx -cp '"
                + System.getProperty("java.class.path") + "' ";
        String script = "#!/bin/sh\n" + run + KernelTrialMain.class.getName() + "\n" + run + SCREEN_TRIAL + "\n";
        Path file = Path.of("target", "kernel-trial").toAbsolutePath();
        Files.writeString(file, script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            assertThat(process.waitFor(10, TimeUnit.SECONDS))
                    .as("%s has ended", command)
                    .isTrue();
            return lines;
        } finally {
            process.destroy();
        }
    }
}

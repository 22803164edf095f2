package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.kernel.TestMachine;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The buttons on real lines of a real kernel: starts the kernel of {@code provisioning/gpio-sim} once, runs
 * {@link KernelTrialMain} and {@code ScreenTrialMain} inside it, and reads what they say.
 */
@Tag("kernel")
@EnabledIf(value = "hymio.kiosk.kernel.TestMachine#built", disabledReason = TestMachine.NO_KERNEL)
class GpioKernelTest {
    private static final String SCREEN_TRIAL = "hymio.kiosk.ScreenTrialMain";
    private static final int SECONDS = 400;

    private static List<String> said = List.of();

    @BeforeAll
    static void runTheTrialOnce() throws Exception {
        said = TestMachine.lines(TestMachine.start(
                "kernel-trial",
                List.of(Integer.toString(SECONDS)),
                List.of(KernelTrialMain.class.getName(), SCREEN_TRIAL)));
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
}
